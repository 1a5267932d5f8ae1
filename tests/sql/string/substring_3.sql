SELECT substr(materialize('abc'), materialize(2)) FROM numbers(2);
SELECT substr(materialize('abc'), 2);
SELECT mid('abc', 1, 1) AS r, toTypeName(r);
SELECT mid(materialize('abc'), materialize(1), materialize(1)) FROM numbers(2);
SELECT mid(materialize('abc'), 1, 1);
SELECT substringUTF8('привет', -2) AS r, toTypeName(r);
SELECT substringUTF8(materialize('привет'), materialize(-2)) FROM numbers(2);
SELECT substringUTF8(materialize('привет'), -2);
SELECT substring(toFixedString('abcdef', 6), 2, 2) AS r, toTypeName(r);
SELECT substring(materialize(toFixedString('abcdef', 6)), materialize(2), materialize(2)) FROM numbers(2);
SELECT substring(materialize(toFixedString('abcdef', 6)), 2, 2);
SELECT substringIndex('a.b.c', '.', 2) AS r, toTypeName(r);
SELECT substringIndex(materialize('a.b.c'), materialize('.'), materialize(2)) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT substringIndex(materialize('a.b.c'), '.', 2);
SELECT substringIndex('a.b.c', '.', -1) AS r, toTypeName(r);
SELECT substringIndex(materialize('a.b.c'), materialize('.'), materialize(-1)) FROM numbers(2); -- { serverError ILLEGAL_COLUMN }
SELECT substringIndex(materialize('a.b.c'), '.', -1);
SELECT byteSlice('hello', 2, 2) AS r, toTypeName(r);
SELECT byteSlice(materialize('hello'), materialize(2), materialize(2)) FROM numbers(2);
SELECT byteSlice(materialize('hello'), 2, 2);
SELECT SUBSTRING('hello' FROM 2);
SELECT SUBSTRING('hello' FROM 2 FOR 2);
SELECT substring('abc', NULL);
SELECT substring(NULL, 1);
SELECT substring('hello', number, 2), substring('hello', 1, number), substring('hello', -number) FROM numbers(7);
SELECT substring('hello'); -- { serverError SYNTAX_ERROR }
SELECT substring(123, 1); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
