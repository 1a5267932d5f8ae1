CREATE TABLE t (k UInt8, v String) ENGINE = ReplacingMergeTree ORDER BY k;
INSERT INTO t VALUES (1, 'a'), (1, 'b'), (2, 'x');
SELECT * FROM t ORDER BY ALL;
INSERT INTO t VALUES (1, 'c');
SELECT * FROM t ORDER BY ALL;
SELECT * FROM t FINAL ORDER BY k;
SELECT count() FROM t FINAL;
OPTIMIZE TABLE t FINAL;
SELECT * FROM t ORDER BY ALL;
CREATE TABLE ver (k UInt8, v String, ver UInt32, del UInt8) ENGINE = ReplacingMergeTree(ver, del) ORDER BY k;
INSERT INTO ver VALUES (1, 'a', 5, 0), (2, 'x', 1, 0);
INSERT INTO ver VALUES (1, 'b', 3, 0), (2, 'y', 1, 0);
INSERT INTO ver VALUES (1, 'c', 5, 0), (2, 'z', 2, 1);
SELECT * FROM ver FINAL ORDER BY k;
SELECT k, argMax(v, ver) FROM ver WHERE k = 1 AND ver > 3 GROUP BY k FORMAT Null;
SELECT count() FROM ver FINAL WHERE v != 'c';
OPTIMIZE TABLE ver FINAL;
SELECT * FROM ver ORDER BY ALL;
SELECT * FROM ver FINAL ORDER BY ALL;
CREATE TABLE dt (k UInt8, ts DateTime64(3, 'UTC'), v UInt8) ENGINE = ReplacingMergeTree(ts) ORDER BY k;
INSERT INTO dt VALUES (1, '2024-01-01 00:00:00.002', 2);
INSERT INTO dt VALUES (1, '2024-01-01 00:00:00.001', 1);
SELECT k, v FROM dt FINAL;
CREATE TABLE bad (k UInt8, ver String) ENGINE = ReplacingMergeTree(ver) ORDER BY k; -- { serverError BAD_TYPE_OF_FIELD }
CREATE TABLE bad (k UInt8) ENGINE = ReplacingMergeTree(nosuch) ORDER BY k; -- { serverError NO_SUCH_COLUMN_IN_TABLE }
CREATE TABLE bad (k UInt8, v UInt8, d UInt32) ENGINE = ReplacingMergeTree(v, d) ORDER BY k; -- { serverError BAD_TYPE_OF_FIELD }
CREATE TABLE nov (k UInt8, v UInt8) ENGINE = ReplacingMergeTree ORDER BY k SETTINGS optimize_on_insert = 0;
SHOW CREATE TABLE ver;
