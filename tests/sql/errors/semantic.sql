SELECT nosuch; -- { serverError UNKNOWN_IDENTIFIER }
SELECT nosuch(1); -- { serverError UNKNOWN_FUNCTION }
SELECT * FROM nosuch; -- { serverError UNKNOWN_TABLE }
SELECT * FROM nosuchdb.t; -- { serverError UNKNOWN_DATABASE }
SELECT nosuch FROM numbers(1); -- { serverError UNKNOWN_IDENTIFIER }
SELECT number FROM nosuchfunction(1); -- { serverError UNKNOWN_FUNCTION }
SELECT 1 FORMAT Nosuch; -- { serverError UNKNOWN_FORMAT }
SELECT lenght('a'); -- { serverError UNKNOWN_FUNCTION }
SELECT plus(1); -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
SELECT substring('a', 'b'); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT 1 WHERE 'a'; -- { serverError ILLEGAL_TYPE_OF_COLUMN_FOR_FILTER }
SELECT toDate([1]); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT throwIf(1); -- { serverError FUNCTION_THROW_IF_VALUE_IS_NON_ZERO }
SELECT throwIf(number = 3, 'found three') FROM numbers(5); -- { serverError FUNCTION_THROW_IF_VALUE_IS_NON_ZERO }
SELECT 1 AS a, 2 AS a, a; -- { serverError MULTIPLE_EXPRESSIONS_FOR_ALIAS }
SELECT a AS b, b AS a; -- { serverError UNKNOWN_IDENTIFIER }
SELECT count() OVER (ORDER BY nosuch) FROM numbers(1); -- { serverError UNKNOWN_IDENTIFIER }
SELECT x.a FROM (SELECT 1 AS a) AS y; -- { serverError UNKNOWN_IDENTIFIER }
SELECT [1, 2][NULL];
SELECT ['a'] || 1;
SELECT DISTINCT ON (nosuch) 1; -- { serverError UNKNOWN_IDENTIFIER }
SELECT * FROM (SELECT 1), (SELECT 2) WHERE zzz; -- { serverError ALIAS_REQUIRED }
SELECT *;
SELECT 1 HAVING nosuch; -- { serverError UNKNOWN_IDENTIFIER }
SELECT if(1); -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
SELECT arrayJoin(); -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
SELECT dictGet('nosuch', 'a', 1); -- { serverError BAD_ARGUMENTS }
SELECT sleep(10); -- { serverError TOO_SLOW }
CREATE TABLE t (a UInt8, a UInt8) ENGINE = Memory; -- { serverError ILLEGAL_COLUMN }
CREATE TABLE t (a UInt8) ENGINE = Nosuch; -- { serverError UNKNOWN_STORAGE }
CREATE TABLE t (a UInt8);
CREATE TABLE t2 (a UInt8) ENGINE = MergeTree;
CREATE TABLE t3 (a UInt8) ENGINE = MergeTree ORDER BY nosuch; -- { serverError UNKNOWN_IDENTIFIER }
DROP TABLE nosuch; -- { serverError UNKNOWN_TABLE }
DROP DATABASE nosuchdb; -- { serverError UNKNOWN_DATABASE }
USE nosuchdb; -- { serverError UNKNOWN_DATABASE }
INSERT INTO nosuch VALUES (1); -- { serverError UNKNOWN_TABLE }
SELECT * FROM numbers('a'); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT number FROM numbers(3) LIMIT 1 BY nosuch; -- { serverError UNKNOWN_IDENTIFIER }
SELECT materialize(1) = toIPv4('x'); -- { serverError CANNOT_PARSE_IPV4 }
