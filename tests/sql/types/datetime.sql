SELECT toDateTime('2024-02-29 12:34:56', 'UTC') AS r, toTypeName(r);
SELECT toDateTime('1970-01-01 00:00:00') AS r, toTypeName(r);
SELECT toDateTime(0) AS r, toTypeName(r);
SELECT toDateTime(4294967295) AS r, toTypeName(r);
SELECT toDateTime('2024-01-01') AS r, toTypeName(r);
SELECT toDateTime('2024-01-01T10:20:30') AS r, toTypeName(r);
SELECT toDateTime('1700000000') AS r, toTypeName(r);
SELECT toDateTime('2024-01-01 10:20:30', 'Europe/Berlin') AS r, toTypeName(r);
SELECT toUnixTimestamp(toDateTime('2024-01-01 10:20:30', 'Europe/Berlin')) AS r, toTypeName(r);
SELECT toDateTime('x') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_DATETIME }
SELECT toDateTime('2024-01-01 25:00:00') AS r, toTypeName(r);
SELECT toDateTimeOrNull('x') AS r, toTypeName(r);
SELECT toDateTimeOrZero('x') AS r, toTypeName(r);
SELECT TIMESTAMP '2024-01-01 00:00:01' AS r, toTypeName(r);
SELECT toDateTime(toDate('2024-01-01'), 'UTC') AS r, toTypeName(r);
SELECT toDateTime('2024-01-01 00:00:00', 'Nowhere/City') AS r, toTypeName(r); -- { serverError BAD_ARGUMENTS }
SELECT toTimeZone(toDateTime('2024-07-01 00:00:00', 'UTC'), 'America/New_York') AS r, toTypeName(r);
SELECT toDateTime('2024-01-01 00:00:00', 'UTC') + 1 AS r, toTypeName(r);
SELECT toDateTime('2024-01-01 00:00:00', 'UTC') - toDateTime('2023-12-31 23:59:00', 'UTC') AS r, toTypeName(r);
CREATE TABLE t (k UInt8, a DateTime('UTC'), b DateTime('Asia/Tokyo')) ENGINE = MergeTree ORDER BY k;
INSERT INTO t VALUES (1, '2024-01-01 00:00:00', '2024-01-01 00:00:00'), (2, 1700000000, 1700000000), (3, '2024-06-01 12:00:00', '2024-06-01 12:00:00');
SELECT * FROM t ORDER BY k;
SELECT k, a = b, toUnixTimestamp(a), toUnixTimestamp(b) FROM t ORDER BY k;
SELECT k FROM t WHERE a >= '2024-01-01 00:00:00' ORDER BY k;
SELECT toTypeName(a), toTypeName(b), toTypeName(a + 1) FROM t LIMIT 1;
