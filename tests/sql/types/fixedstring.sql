SELECT toFixedString('abc', 3) AS r, toTypeName(r);
SELECT toFixedString('a', 3) AS r, toTypeName(r);
SELECT hex(toFixedString('a', 3)) AS r, toTypeName(r);
SELECT length(toFixedString('a', 3)) AS r, toTypeName(r);
SELECT toFixedString('abcd', 3) AS r, toTypeName(r); -- { serverError TOO_LARGE_STRING_SIZE }
SELECT toFixedString('', 2) = '' AS r, toTypeName(r);
SELECT toFixedString('a', 3) = 'a' AS r, toTypeName(r);
SELECT toFixedString('a', 2) < 'b' AS r, toTypeName(r);
SELECT toString(toFixedString('a', 2)) AS r, toTypeName(r);
SELECT CAST('xy' AS FixedString(4)) AS r, toTypeName(r);
SELECT reverse(toFixedString('abc', 3)) AS r, toTypeName(r);
SELECT concat(toFixedString('a', 2), 'b') AS r, toTypeName(r);
SELECT upper(toFixedString('ab', 2)) AS r, toTypeName(r);
SELECT empty(toFixedString('', 2)) AS r, toTypeName(r);
SELECT substring(toFixedString('abcdef', 6), 2, 3) AS r, toTypeName(r);
SELECT toFixedString('a', 0) AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT toFixedString(materialize('ab'), 2) AS r, toTypeName(r);
SELECT toFixedString('ab', 2) IN ('ab', 'cd') AS r, toTypeName(r);
CREATE TABLE t (f FixedString(4), n Nullable(FixedString(2))) ENGINE = MergeTree ORDER BY f;
INSERT INTO t VALUES ('abcd', 'xy'), ('a', NULL), ('', '');
SELECT hex(f), hex(n) FROM t ORDER BY f;
SELECT f FROM t WHERE f = 'a';
SELECT count() FROM t GROUP BY f ORDER BY f;
INSERT INTO t VALUES ('toolong', NULL); -- { serverError TOO_LARGE_STRING_SIZE }
SELECT f, toTypeName(f) FROM t WHERE f LIKE 'ab%';
