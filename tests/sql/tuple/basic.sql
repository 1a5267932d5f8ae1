SELECT (1, 'a') AS r, toTypeName(r);
SELECT tuple(1) AS r, toTypeName(r);
SELECT tuple() AS r, toTypeName(r);
SELECT (1, 2).1 AS r, toTypeName(r);
SELECT ('x', (1, 2)).2.2 AS r, toTypeName(r);
SELECT tupleElement((1, 'a'), 2) AS r, toTypeName(r);
SELECT CAST((1, 'a') AS Tuple(x UInt8, y String)).y AS r, toTypeName(r);
SELECT tupleElement(CAST((1, 'a') AS Tuple(x UInt8, y String)), 'x') AS r, toTypeName(r);
SELECT (1, 2) + (3, 4) AS r, toTypeName(r);
SELECT tuplePlus((1, 2), (3, 4)) AS r, toTypeName(r);
SELECT tupleMultiplyByNumber((1, 2), 3) AS r, toTypeName(r);
SELECT dotProduct((1, 2), (3, 4)) AS r, toTypeName(r);
SELECT untuple((1, 2)) AS r, toTypeName(r); -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
SELECT tupleConcat((1, 2), ('a',)) AS r, toTypeName(r);
SELECT (1, 2).3 AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT (1, 2).0 AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT tupleElement((1, 2), 'zzz') AS r, toTypeName(r); -- { serverError BAD_ARGUMENTS }
SELECT (1, NULL) AS r, toTypeName(r);
SELECT toString((1, 'a')) AS r, toTypeName(r);
SELECT (1, 2) IN ((1, 2), (3, 4)) AS r, toTypeName(r);
SELECT (1, 'a') = (1, 'a') AS r, toTypeName(r);
SELECT tupleHammingDistance((1, 2), (1, 3)) AS r, toTypeName(r);
SELECT tupleToNameValuePairs(CAST((1, 2) AS Tuple(a UInt8, b UInt8))) AS r, toTypeName(r);
SELECT tupleNames(CAST((1, 2) AS Tuple(a UInt8, b UInt8))) AS r, toTypeName(r);
SELECT length((1, 2)) AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT [(1, 'a'), (2, 'b')].1 AS r, toTypeName(r);
SELECT L2Norm((3, 4)) AS r, toTypeName(r);
SELECT tupleElement((1, 2), 5, 'def') AS r, toTypeName(r);
CREATE TABLE t (id UInt8, p Tuple(x Int32, y String), q Tuple(UInt8, Nullable(String))) ENGINE = MergeTree ORDER BY id;
INSERT INTO t VALUES (1, (10, 'a'), (1, NULL)), (2, (-5, 'b'), (2, 'z'));
SELECT * FROM t ORDER BY id;
SELECT p.x, p.y, q.1, q.2 FROM t ORDER BY id;
SELECT id FROM t WHERE p.x > 0;
SELECT p FROM t ORDER BY p;
SELECT p.x, count() FROM t GROUP BY p.x ORDER BY 1;
SELECT untuple(p) FROM t ORDER BY id;
SELECT * FROM t ORDER BY id FORMAT JSONEachRow;
SELECT max(p), min(q) FROM t;
SELECT p.nosuch FROM t; -- { serverError UNKNOWN_IDENTIFIER }
