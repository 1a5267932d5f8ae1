SELECT toUInt8(0) AS r, toTypeName(r);
SELECT toUInt8(255) AS r, toTypeName(r);
SELECT toUInt16(65535) AS r, toTypeName(r);
SELECT toUInt32(4294967295) AS r, toTypeName(r);
SELECT toUInt64(18446744073709551615) AS r, toTypeName(r);
SELECT 0 AS r, toTypeName(r);
SELECT 255 AS r, toTypeName(r);
SELECT 256 AS r, toTypeName(r);
SELECT 65535 AS r, toTypeName(r);
SELECT 65536 AS r, toTypeName(r);
SELECT 4294967295 AS r, toTypeName(r);
SELECT 4294967296 AS r, toTypeName(r);
SELECT 18446744073709551615 AS r, toTypeName(r);
SELECT toUInt8(256) AS r, toTypeName(r);
SELECT toUInt8(-1) AS r, toTypeName(r);
SELECT toUInt16(65536) AS r, toTypeName(r);
SELECT toUInt32(-1) AS r, toTypeName(r);
SELECT toUInt64(-1) AS r, toTypeName(r);
SELECT toUInt8(1.9) AS r, toTypeName(r);
SELECT toUInt8('17') AS r, toTypeName(r);
SELECT CAST('300' AS UInt16) AS r, toTypeName(r);
SELECT 5::UInt32 AS r, toTypeName(r);
SELECT x, toUInt8(x) AS r, toTypeName(r) FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615]) AS x);
SELECT toUInt8(x) AS r FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615, NULL]) AS x);
SELECT x, toUInt16(x) AS r, toTypeName(r) FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615]) AS x);
SELECT toUInt16(x) AS r FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615, NULL]) AS x);
SELECT x, toUInt32(x) AS r, toTypeName(r) FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615]) AS x);
SELECT toUInt32(x) AS r FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615, NULL]) AS x);
SELECT x, toUInt64(x) AS r, toTypeName(r) FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615]) AS x);
SELECT toUInt64(x) AS r FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615, NULL]) AS x);
SELECT x, toInt8(x) AS r, toTypeName(r) FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615]) AS x);
SELECT toInt8(x) AS r FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615, NULL]) AS x);
SELECT toUInt8('256') AS r, toTypeName(r);
SELECT toUInt8('-1') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_NUMBER }
SELECT toUInt8('') AS r, toTypeName(r); -- { serverError ATTEMPT_TO_READ_AFTER_EOF }
SELECT toUInt8('1a') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
SELECT toUInt8(' 1') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
CREATE TABLE t (a UInt8, b UInt16, c UInt32, d UInt64) ENGINE = MergeTree ORDER BY d;
INSERT INTO t VALUES (0, 0, 0, 0), (255, 65535, 4294967295, 18446744073709551615), (1, 2, 3, 4);
SELECT * FROM t ORDER BY d;
SELECT a + b, b + c, c + d, a * b, a - b FROM t ORDER BY d;
