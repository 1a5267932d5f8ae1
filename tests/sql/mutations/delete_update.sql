CREATE TABLE t (a UInt32, b String, c UInt64 MATERIALIZED a * 2, d UInt8 ALIAS a + 1, e Array(UInt8) DEFAULT [1]) ENGINE = MergeTree ORDER BY a PARTITION BY a % 2;
INSERT INTO t (a, b) SELECT number, toString(number) FROM numbers(10);
ALTER TABLE t DELETE WHERE a = 3;
SELECT name, rows FROM system.parts WHERE database = currentDatabase() AND table = 't' AND active ORDER BY name;
SELECT a, b, c, d, e FROM t ORDER BY a;
SELECT count(), sum(a) FROM t;
ALTER TABLE t UPDATE b = 'x' WHERE a > 7;
ALTER TABLE t UPDATE b = concat(b, 'y'), e = [a, 7] WHERE a = 1;
ALTER TABLE t UPDATE b = 'p' WHERE a = 5, DELETE WHERE a = 2;
SELECT a, b, e FROM t ORDER BY a;
ALTER TABLE t UPDATE b = 12 WHERE a = 0;
SELECT b FROM t WHERE a = 0;
ALTER TABLE t DELETE IN PARTITION 1 WHERE a < 6;
SELECT a FROM t ORDER BY a;
DELETE FROM t WHERE a IN (SELECT number FROM numbers(5));
SELECT a FROM t ORDER BY a;
DELETE FROM t WHERE a = (SELECT max(a) FROM t);
SELECT a, b FROM t ORDER BY a;
ALTER TABLE t UPDATE a = 1 WHERE 1; -- { serverError CANNOT_UPDATE_COLUMN }
ALTER TABLE t UPDATE c = 1 WHERE 1; -- { serverError CANNOT_UPDATE_COLUMN }
ALTER TABLE t UPDATE d = 1 WHERE 1; -- { serverError NO_SUCH_COLUMN_IN_TABLE }
ALTER TABLE t UPDATE nosuch = 1 WHERE 1; -- { serverError NO_SUCH_COLUMN_IN_TABLE }
ALTER TABLE t DELETE WHERE nosuch = 1; -- { serverError UNKNOWN_IDENTIFIER }
DELETE FROM nosuch WHERE 1; -- { serverError UNKNOWN_TABLE }
SELECT command, is_done, parts_to_do FROM system.mutations WHERE database = currentDatabase() AND table = 't' ORDER BY command;
DELETE FROM t WHERE 1;
SELECT count() FROM t;
INSERT INTO t (a, b) VALUES (100, 'again');
SELECT a, b, c, e FROM t;
SELECT count() FROM t;
CREATE TABLE m (a UInt8) ENGINE = Memory;
DELETE FROM m WHERE a = 1; -- { serverError BAD_ARGUMENTS }
CREATE TABLE l (a UInt8) ENGINE = Log;
ALTER TABLE l DELETE WHERE 1; -- { serverError NOT_IMPLEMENTED }
CREATE TABLE mat (k UInt8, a UInt8, b UInt8 DEFAULT 3, c UInt16 MATERIALIZED a + b, d String MATERIALIZED concat('v', toString(a)), e UInt8 MATERIALIZED k) ENGINE = MergeTree ORDER BY k;
INSERT INTO mat (k, a) VALUES (1, 1), (2, 2);
ALTER TABLE mat UPDATE a = 50 WHERE k = 1;
SELECT k, a, b, c, d, e FROM mat ORDER BY k;
ALTER TABLE mat UPDATE a = a + 1, b = a WHERE k = 2;
SELECT k, a, b, c, d, e FROM mat ORDER BY k;
CREATE TABLE matkey (a UInt8, k UInt8 MATERIALIZED a + 1) ENGINE = MergeTree ORDER BY k;
ALTER TABLE matkey UPDATE a = 2 WHERE 1; -- { serverError CANNOT_UPDATE_COLUMN }
