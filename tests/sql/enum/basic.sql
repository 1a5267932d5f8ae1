SELECT CAST('a' AS Enum8('a' = 1, 'b' = 2)) AS r, toTypeName(r);
SELECT CAST(2 AS Enum8('a' = 1, 'b' = 2)) AS r, toTypeName(r);
SELECT CAST('c' AS Enum8('a' = 1)) AS r, toTypeName(r); -- { serverError UNKNOWN_ELEMENT_OF_ENUM }
SELECT CAST(5 AS Enum8('a' = 1)) AS r, toTypeName(r); -- { serverError UNKNOWN_ELEMENT_OF_ENUM }
SELECT CAST('a' AS Enum('a', 'b')) AS r, toTypeName(r);
SELECT CAST('x' AS Enum16('x' = 1000)) AS r, toTypeName(r);
SELECT toInt8(CAST('b' AS Enum8('a' = 1, 'b' = 2))) AS r, toTypeName(r);
SELECT CAST('b' AS Enum8('a' = 5, 'b' = -1)) < CAST('a' AS Enum8('a' = 5, 'b' = -1)) AS r, toTypeName(r);
SELECT CAST('a' AS Enum8('a' = 1)) = 'a' AS r, toTypeName(r);
SELECT CAST('a' AS Enum8('a' = 1)) = 1 AS r, toTypeName(r);
SELECT CAST(NULL AS Nullable(Enum8('a' = 1))) AS r, toTypeName(r);
SELECT toString(CAST('a' AS Enum8('a' = 1))) AS r, toTypeName(r);
SELECT concat(CAST('a' AS Enum8('a' = 1)), 'z') AS r, toTypeName(r);
SELECT CAST('q\'uote' AS Enum8('q\'uote' = 1)) AS r, toTypeName(r);
SELECT CAST('' AS Enum8('' = 0)) AS r, toTypeName(r);
SELECT CAST(1000 AS Enum8('a' = 1000)) AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT CAST(CAST('a' AS Enum8('a' = 1)) AS Enum8('a' = 2, 'b' = 1)) AS r, toTypeName(r);
SELECT length(CAST('abc' AS Enum8('abc' = 1))) AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT [CAST('a' AS Enum8('a' = 1))] AS r, toTypeName(r);
CREATE TABLE t (id UInt8, e Enum8('low' = -1, 'mid' = 0, 'high' = 10), n Nullable(Enum16('x' = 1, 'y' = 2))) ENGINE = MergeTree ORDER BY id;
INSERT INTO t VALUES (1, 'high', 'x'), (2, 'low', NULL), (3, 'mid', 'y'), (4, 10, 'x');
SELECT * FROM t ORDER BY id;
SELECT id, e FROM t ORDER BY e, id;
SELECT e, count() FROM t GROUP BY e ORDER BY e;
SELECT id FROM t WHERE e = 'high' ORDER BY id;
SELECT id FROM t WHERE e IN ('low', 'mid') ORDER BY id;
SELECT id FROM t WHERE e > 'low' ORDER BY id;
SELECT id, toInt8(e), e::String, toTypeName(e) FROM t ORDER BY id;
SELECT min(e), max(e), any(n), uniq(e) FROM t;
SELECT id FROM t WHERE e = 'nosuch';
INSERT INTO t VALUES (5, 'nosuch', NULL); -- { serverError UNKNOWN_ELEMENT_OF_ENUM }
INSERT INTO t VALUES (5, 77, NULL); -- { serverError UNKNOWN_ELEMENT_OF_ENUM }
INSERT INTO t (id) VALUES (6);
SELECT * FROM t WHERE id = 6;
SELECT * FROM t ORDER BY id FORMAT JSONEachRow;
SELECT * FROM t ORDER BY id FORMAT CSV;
ALTER TABLE t MODIFY COLUMN e Enum8('low' = -1, 'mid' = 0, 'high' = 10, 'top' = 20);
INSERT INTO t VALUES (7, 'top', NULL);
SELECT e FROM t WHERE id = 7;
