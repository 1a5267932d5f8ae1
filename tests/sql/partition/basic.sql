CREATE TABLE t (d Date, k UInt32, v String) ENGINE = MergeTree PARTITION BY toYYYYMM(d) ORDER BY k;
INSERT INTO t SELECT toDate('2024-01-01') + number, number, toString(number) FROM numbers(100);
SELECT partition, sum(rows) FROM system.parts WHERE database = currentDatabase() AND table = 't' AND active GROUP BY partition ORDER BY partition;
SELECT count() FROM t WHERE d >= '2024-03-01';
SELECT _partition_id, count() FROM t GROUP BY _partition_id ORDER BY 1;
ALTER TABLE t DROP PARTITION 202402;
SELECT count(), min(d), max(d) FROM t;
ALTER TABLE t DROP PARTITION '202403';
ALTER TABLE t DROP PARTITION ID '202404';
SELECT count(), min(d), max(d) FROM t;
ALTER TABLE t DROP PARTITION 209901;
ALTER TABLE t DROP PARTITION 'abc'; -- { serverError TYPE_MISMATCH }
ALTER TABLE t DROP PARTITION (1, 2); -- { serverError INVALID_PARTITION_VALUE }
CREATE TABLE p2 (a UInt8, b String, v UInt32) ENGINE = MergeTree PARTITION BY (a, b) ORDER BY v;
INSERT INTO p2 VALUES (1, 'x', 1), (1, 'y', 2), (2, 'x', 3);
SELECT partition FROM system.parts WHERE database = currentDatabase() AND table = 'p2' AND active ORDER BY partition;
ALTER TABLE p2 DROP PARTITION (1, 'y');
SELECT * FROM p2 ORDER BY v;
ALTER TABLE p2 DROP PARTITION tuple(2, 'x');
SELECT * FROM p2 ORDER BY v;
CREATE TABLE p3 (s String) ENGINE = MergeTree PARTITION BY s ORDER BY tuple();
INSERT INTO p3 VALUES ('a'), ('b');
ALTER TABLE p3 DROP PARTITION 'a';
SELECT * FROM p3;
CREATE TABLE p4 (a UInt32) ENGINE = MergeTree ORDER BY a;
INSERT INTO p4 VALUES (1);
ALTER TABLE p4 DROP PARTITION tuple();
SELECT count() FROM p4;
CREATE TABLE many (a UInt32) ENGINE = MergeTree PARTITION BY a ORDER BY a;
INSERT INTO many SELECT number FROM numbers(200); -- { serverError TOO_MANY_PARTS }
SELECT count() FROM many;
CREATE TABLE f (x Float64) ENGINE = MergeTree PARTITION BY x ORDER BY tuple(); -- { serverError BAD_ARGUMENTS }
OPTIMIZE TABLE t PARTITION 202401 FINAL;
TRUNCATE TABLE t;
SELECT count() FROM t;
