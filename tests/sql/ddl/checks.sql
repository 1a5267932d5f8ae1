CREATE TABLE c (a UInt8 CODEC(ZSTD), b UInt8 CODEC(LZ4HC), c DateTime CODEC(DoubleDelta, LZ4), d Float64 CODEC(Gorilla), e UInt32 CODEC(T64, Default), f UInt8 CODEC(NONE), g UInt64 CODEC(Delta), h UInt64 CODEC(Delta(4), ZSTD(5)), i UInt8 CODEC(Default)) ENGINE = MergeTree ORDER BY a; -- { serverError BAD_ARGUMENTS }
DESCRIBE c; -- { serverError UNKNOWN_TABLE }
SHOW CREATE c; -- { serverError CANNOT_GET_CREATE_TABLE_QUERY }
CREATE TABLE c2 (a UInt8 CODEC(NOSUCH)) ENGINE = MergeTree ORDER BY a; -- { serverError UNKNOWN_CODEC }
CREATE TABLE c3 (a UInt8 CODEC(ZSTD(99))) ENGINE = MergeTree ORDER BY a; -- { serverError ILLEGAL_CODEC_PARAMETER }
CREATE TABLE c4 (a String CODEC(Gorilla)) ENGINE = MergeTree ORDER BY a; -- { serverError BAD_ARGUMENTS }
CREATE TABLE c5 (a String CODEC(Delta)) ENGINE = MergeTree ORDER BY a; -- { serverError BAD_ARGUMENTS }
CREATE TABLE c6 (a UInt8 CODEC(Delta, Delta)) ENGINE = MergeTree ORDER BY a; -- { serverError BAD_ARGUMENTS }
SHOW INDEX FROM c;
SHOW INDEXES IN nosuch;
SHOW KEYS FROM c;
SHOW EXTENDED INDEX FROM c WHERE key_name = 'PRIMARY';
CHECK TABLE c; -- { serverError UNKNOWN_TABLE }
CHECK TABLE c SETTINGS check_query_single_value_result = 1; -- { serverError UNKNOWN_TABLE }
CHECK TABLE nosuch; -- { serverError UNKNOWN_TABLE }
CHECK TABLE c PARTITION tuple(); -- { serverError UNKNOWN_TABLE }
CREATE TABLE mem (a UInt8) ENGINE = Memory;
CHECK TABLE mem; -- { serverError NOT_IMPLEMENTED }
CREATE TABLE lg (a UInt8) ENGINE = Log;
INSERT INTO lg VALUES (1);
CREATE TABLE lc1 (a LowCardinality(UInt8)) ENGINE = Memory; -- { serverError SUSPICIOUS_TYPE_FOR_LOW_CARDINALITY }
CREATE TABLE lc2 (a LowCardinality(DateTime)) ENGINE = Memory; -- { serverError SUSPICIOUS_TYPE_FOR_LOW_CARDINALITY }
CREATE TABLE lc3 (a LowCardinality(FixedString(4)), b LowCardinality(Nullable(String))) ENGINE = Memory;
CREATE TABLE lc4 (a LowCardinality(Date)) ENGINE = Memory; -- { serverError SUSPICIOUS_TYPE_FOR_LOW_CARDINALITY }
CREATE TABLE lc5 (a LowCardinality(Nullable(UInt8))) ENGINE = Memory; -- { serverError SUSPICIOUS_TYPE_FOR_LOW_CARDINALITY }
CREATE TABLE lc6 (a LowCardinality(UUID)) ENGINE = Memory;
CREATE TABLE lc7 (a Array(LowCardinality(Int32))) ENGINE = Memory; -- { serverError SUSPICIOUS_TYPE_FOR_LOW_CARDINALITY }
CREATE TABLE lc8 (a FixedString(300)) ENGINE = Memory; -- { serverError ILLEGAL_COLUMN }
SET allow_suspicious_low_cardinality_types = 1;
CREATE TABLE lc1 (a LowCardinality(UInt8)) ENGINE = Memory;
CREATE TABLE no1 (a Nothing) ENGINE = Memory; -- { serverError DATA_TYPE_CANNOT_BE_USED_IN_TABLES }
CREATE TABLE no2 (a Nullable(Nothing)) ENGINE = Memory; -- { serverError DATA_TYPE_CANNOT_BE_USED_IN_TABLES }
CREATE TABLE no3 ENGINE = Memory AS SELECT [] AS a; -- { serverError DATA_TYPE_CANNOT_BE_USED_IN_TABLES }
CREATE TABLE no4 (a Array(Nothing)) ENGINE = Memory; -- { serverError DATA_TYPE_CANNOT_BE_USED_IN_TABLES }
CREATE TABLE d1 (a DEFAULT b + 1, b UInt8, c ALIAS d, d ALIAS a) ENGINE = Memory;
DESCRIBE d1;
CREATE TABLE d3 (a UInt8 DEFAULT nosuch) ENGINE = Memory; -- { serverError UNKNOWN_IDENTIFIER }
CREATE TABLE d5 (a UInt8 MATERIALIZED now(), b String DEFAULT 5, c UInt8 DEFAULT '7') ENGINE = Memory;
DESCRIBE d5;
CREATE TABLE d8 (a UInt8 DEFAULT (SELECT 1)) ENGINE = Memory; -- { serverError THERE_IS_NO_DEFAULT_VALUE }
SHOW CREATE TABLE nosuch; -- { serverError CANNOT_GET_CREATE_TABLE_QUERY }
SHOW CREATE VIEW c; -- { serverError CANNOT_GET_CREATE_TABLE_QUERY }
SHOW CREATE DICTIONARY c; -- { serverError CANNOT_GET_CREATE_TABLE_QUERY }
SHOW MERGES;
SHOW CLUSTERS;
SHOW DICTIONARIES;
SHOW TABLES FROM nosuch; -- { serverError UNKNOWN_DATABASE }
SHOW TABLES FROM system LIKE 'on%';
SHOW TEMPORARY TABLES;
DROP TABLE c SYNC; -- { serverError UNKNOWN_TABLE }
OPTIMIZE TABLE d1; -- { serverError NOT_IMPLEMENTED }
OPTIMIZE TABLE d1 FINAL DEDUPLICATE; -- { serverError NOT_IMPLEMENTED }
KILL MUTATION WHERE 0;
KILL QUERY WHERE query_id = 'nosuch';
SYSTEM FLUSH LOGS;
SYSTEM STOP MERGES;
SYSTEM START MERGES;
SYSTEM STOP MERGES mem;
SYSTEM NOSUCH; -- { serverError SYNTAX_ERROR }
SYSTEM DROP MARK CACHE;
EXCHANGE TABLES mem AND lg;
SET nosuch = 1; -- { serverError UNKNOWN_SETTING }
SET max_threads = DEFAULT;
SET param_x = 5;
SELECT {x:UInt8};
