CREATE TABLE t (id UInt32, s String, n Nullable(Int32)) ENGINE = MergeTree ORDER BY id;
INSERT INTO t SELECT number, toString(number % 10), if(number % 4 = 0, NULL, number % 5) FROM numbers(100);
CREATE TABLE keys (k UInt32, ks String) ENGINE = Memory;
INSERT INTO keys VALUES (3, '3'), (50, '5'), (1000, 'x');
SELECT id FROM t WHERE id IN (3, 5, 1000) ORDER BY id;
SELECT id FROM t WHERE id IN (SELECT k FROM keys) ORDER BY id;
SELECT id FROM t WHERE id IN keys; -- { serverError NUMBER_OF_COLUMNS_DOESNT_MATCH }
SELECT id FROM t WHERE (id, s) IN (SELECT k, ks FROM keys) ORDER BY id;
SELECT id FROM t WHERE (id, s) IN ((3, '3'), (4, 'x')) ORDER BY id;
SELECT id FROM t WHERE (id, s) IN keys ORDER BY id;
SELECT count() FROM t WHERE s NOT IN ('1', '2');
SELECT count() FROM t WHERE s NOT IN (SELECT ks FROM keys);
SELECT count() FROM t WHERE n IN (1, 2);
SELECT count() FROM t WHERE n NOT IN (1, 2);
SELECT count() FROM t WHERE n IN (1, NULL);
SELECT count() FROM t WHERE n IN (1, NULL) SETTINGS transform_null_in = 1;
SELECT count() FROM t WHERE id NOT IN (SELECT number FROM numbers(90));
SELECT count() FROM t WHERE id IN (SELECT number FROM numbers(1000) WHERE number % 7 = 0);
SELECT count() FROM t WHERE id GLOBAL IN (SELECT k FROM keys);
SELECT id IN (SELECT k FROM keys) AS x, count() FROM t GROUP BY x ORDER BY x;
SELECT count() FROM t WHERE id IN (SELECT id FROM t WHERE s = '3' AND id IN (SELECT k FROM keys));
SELECT count() FROM t WHERE id IN (1, 2) OR s IN ('3');
SELECT count() FROM t WHERE id % 10 IN (1, 2);
SELECT id FROM t WHERE id IN (SELECT toString(3)) ORDER BY id;
SELECT count() FROM t WHERE id IN (SELECT k, ks FROM keys); -- { serverError NUMBER_OF_COLUMNS_DOESNT_MATCH }
SELECT count() FROM t WHERE id IN (SELECT 1 WHERE 0);
SELECT id FROM t WHERE id = ANY (SELECT k FROM keys) ORDER BY id;
SELECT count() FROM t WHERE id <= ALL (SELECT k FROM keys);
SELECT count() FROM t WHERE id IN nosuch; -- { serverError UNKNOWN_IDENTIFIER }
