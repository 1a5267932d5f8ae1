CREATE TABLE t (id UInt32, a UInt8, s String, n Nullable(Int32), arr Array(UInt8)) ENGINE = MergeTree ORDER BY id SETTINGS index_granularity = 100;
INSERT INTO t SELECT number, number % 10, toString(number % 7), if(number % 3 = 0, NULL, number % 5), range(number % 4) FROM numbers(2000);
SELECT count() FROM t PREWHERE a = 3;
SELECT count(), sum(id) FROM t PREWHERE a = 3 WHERE s = '1';
SELECT id, s FROM t PREWHERE a = 3 AND s = '1' ORDER BY id LIMIT 3;
SELECT count() FROM t PREWHERE n IS NULL;
SELECT count() FROM t PREWHERE n = 2 WHERE a > 5;
SELECT count() FROM t PREWHERE id BETWEEN 100 AND 300;
SELECT sum(length(arr)) FROM t PREWHERE a = 3;
SELECT count() FROM t PREWHERE 0;
SELECT count() FROM t PREWHERE 1 WHERE a = 1;
SELECT a FROM t PREWHERE a = 3 LIMIT 1;
SELECT count() FROM t PREWHERE a IN (1, 2, 3) WHERE s IN ('1', '2');
SELECT count() FROM t WHERE a = 3 AND s = '1' SETTINGS optimize_move_to_prewhere = 0;
SELECT count() FROM t WHERE a = 3 AND s = '1';
SELECT a, count() FROM t PREWHERE length(arr) = 3 GROUP BY a ORDER BY a;
SELECT count() FROM t PREWHERE nosuch = 1; -- { serverError UNKNOWN_IDENTIFIER }
SELECT count() FROM t PREWHERE s = '1' AND arr[1] = 0;
SELECT count() FROM t PREWHERE s LIKE '%1%' WHERE n > 1;
SELECT max(id) FROM t PREWHERE NOT a;
CREATE TABLE m (a UInt8) ENGINE = Memory;
SELECT * FROM m PREWHERE a = 1; -- { serverError ILLEGAL_PREWHERE }
SELECT count() FROM numbers(3) PREWHERE number = 1; -- { serverError ILLEGAL_PREWHERE }
