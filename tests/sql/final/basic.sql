CREATE TABLE t (k UInt32, g UInt8, v UInt64, ver UInt32) ENGINE = ReplacingMergeTree(ver) PARTITION BY g ORDER BY k;
INSERT INTO t SELECT number, number % 2, number, 1 FROM numbers(1000);
INSERT INTO t SELECT number, number % 2, number * 10, 2 FROM numbers(500);
SELECT count(), sum(v) FROM t FINAL;
SELECT count() FROM t;
SELECT count(), sum(v) FROM t FINAL WHERE k < 10;
SELECT k, v FROM t FINAL WHERE v = 30 ORDER BY k;
SELECT k, v FROM t FINAL PREWHERE k > 498 WHERE k < 502 ORDER BY k;
SELECT g, sum(v) FROM t FINAL GROUP BY g ORDER BY g;
SELECT count() FROM t SETTINGS final = 1;
SELECT sum(ver) FROM t FINAL;
SELECT k, v FROM t FINAL ORDER BY k DESC LIMIT 2;
SELECT count() FROM t AS x FINAL JOIN numbers(10) AS n ON x.k = n.number;
SELECT count() FROM (SELECT * FROM t FINAL);
INSERT INTO t VALUES (0, 1, 777, 9);
SELECT k, g, v FROM t FINAL WHERE k = 0 ORDER BY g;
CREATE TABLE mt (a UInt8) ENGINE = MergeTree ORDER BY a;
SELECT * FROM mt FINAL; -- { serverError ILLEGAL_FINAL }
CREATE TABLE m (a UInt8) ENGINE = Memory;
SELECT * FROM m FINAL; -- { serverError ILLEGAL_FINAL }
