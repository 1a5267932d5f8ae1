CREATE TABLE t (a UInt8, b String DEFAULT 'x' COMMENT 'note', c UInt16 ALIAS a + 1, d Date CODEC(ZSTD)) ENGINE = MergeTree ORDER BY a;
DESCRIBE TABLE t;
DESC t;
DESCRIBE (SELECT 1 AS x, 'a' AS y, NULL AS z);
DESCRIBE numbers(1);
DESCRIBE TABLE t FORMAT JSONEachRow;
SHOW CREATE TABLE t FORMAT TSVRaw;
SHOW TABLES;
CREATE TABLE u (a UInt8) ENGINE = Memory;
SHOW TABLES LIKE 'u';
SHOW TABLES NOT LIKE 'u';
SHOW TABLES LIMIT 1;
SHOW FULL TABLES;
SHOW COLUMNS FROM t;
SHOW DATABASES LIKE 'nosuch%';
SHOW CREATE TABLE nosuch; -- { serverError CANNOT_GET_CREATE_TABLE_QUERY }
DESCRIBE nosuch; -- { serverError UNKNOWN_TABLE }
EXISTS t;
EXISTS DATABASE nosuch;
EXISTS VIEW t;
SELECT name, type, default_kind, default_expression, comment FROM system.columns WHERE database = currentDatabase() AND table = 't' ORDER BY position;
SELECT name, engine, total_rows, primary_key, sorting_key, partition_key FROM system.tables WHERE database = currentDatabase() ORDER BY name;
SHOW SETTINGS LIKE 'nosuch%';
SHOW PROCESSLIST FORMAT Null;
SELECT name FROM system.databases WHERE name = currentDatabase();
CHECK TABLE t;
KILL QUERY WHERE query_id = 'nosuch' SYNC;
