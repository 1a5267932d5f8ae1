SELECT toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0') AS r, toTypeName(r);
SELECT toUUID('61F0C404-5CB3-11E7-907B-A6006AD3DBA0') AS r, toTypeName(r);
SELECT toUUID('61f0c4045cb311e7907ba6006ad3dba0') AS r, toTypeName(r);
SELECT toUUID('x') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_UUID }
SELECT toUUIDOrNull('x') AS r, toTypeName(r);
SELECT toUUIDOrZero('x') AS r, toTypeName(r);
SELECT toUUIDOrDefault('x', toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')) AS r, toTypeName(r);
SELECT toString(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')) AS r, toTypeName(r);
SELECT UUIDStringToNum('61f0c404-5cb3-11e7-907b-a6006ad3dba0') = unhex('61f0c4045cb311e7907ba6006ad3dba0') AS r, toTypeName(r);
SELECT UUIDNumToString(unhex('61f0c4045cb311e7907ba6006ad3dba0')) AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0') = '61f0c404-5cb3-11e7-907b-a6006ad3dba0' AS r, toTypeName(r);
SELECT length(toString(generateUUIDv4())) AS r, toTypeName(r);
SELECT generateUUIDv4(1) != generateUUIDv4(2) AS r, toTypeName(r);
SELECT substring(toString(generateUUIDv4()), 15, 1) AS r, toTypeName(r);
SELECT substring(toString(generateUUIDv7()), 15, 1) AS r, toTypeName(r);
SELECT hex(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')) AS r, toTypeName(r);
SELECT empty(toUUID('00000000-0000-0000-0000-000000000000')) AS r, toTypeName(r);
SELECT toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0') < toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba1') AS r, toTypeName(r);
SELECT toUInt128(toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')) AS r, toTypeName(r);
SELECT [toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')] AS r, toTypeName(r);
CREATE TABLE t (u UUID, v UInt8, n Nullable(UUID)) ENGINE = MergeTree ORDER BY u;
INSERT INTO t VALUES ('00000000-0000-0001-0000-000000000000', 1, NULL), ('00000000-0000-0000-0000-000000000002', 2, '61f0c404-5cb3-11e7-907b-a6006ad3dba0'), ('ffffffff-0000-0000-0000-000000000000', 3, NULL);
SELECT * FROM t ORDER BY u;
SELECT v FROM t WHERE u = '00000000-0000-0000-0000-000000000002';
SELECT min(u), max(u), uniq(u) FROM t;
SELECT u, count() FROM t GROUP BY u ORDER BY u DESC;
SELECT v FROM t WHERE u IN ('00000000-0000-0001-0000-000000000000', '61f0c404-5cb3-11e7-907b-a6006ad3dba0');
INSERT INTO t VALUES ('bad', 1, NULL); -- { serverError CANNOT_PARSE_UUID }
