SELECT; -- { serverError SYNTAX_ERROR }
SELECT 1 FROM; -- { serverError SYNTAX_ERROR }
SELEC 1; -- { serverError SYNTAX_ERROR }
SELECT 1,,2; -- { serverError SYNTAX_ERROR }
SELECT (1; -- { serverError SYNTAX_ERROR }
SELECT 1); -- { serverError SYNTAX_ERROR }
SELECT 1 FROM numbers(1) WHERE; -- { serverError SYNTAX_ERROR }
SELECT 1 GROUP; -- { serverError SYNTAX_ERROR }
SELECT 1 ORDER BY; -- { serverError SYNTAX_ERROR }
INSERT INTO; -- { serverError SYNTAX_ERROR }
CREATE TABLE; -- { serverError SYNTAX_ERROR }
CREATE TABLE t (a) ENGINE = Memory; -- { serverError SYNTAX_ERROR }
CREATE TABLE t (a UInt8 b UInt8) ENGINE = Memory; -- { serverError SYNTAX_ERROR }
SELECT 1 AS; -- { serverError SYNTAX_ERROR }
SELECT * FROM numbers(1) JOIN; -- { serverError SYNTAX_ERROR }
SELECT [1, 2; -- { serverError SYNTAX_ERROR }
SELECT 1 FORMAT; -- { serverError SYNTAX_ERROR }
SELECT 1 LIMIT; -- { serverError SYNTAX_ERROR }
SELECT CASE WHEN 1 END; -- { serverError SYNTAX_ERROR }
SELECT CAST(1); -- { serverError SYNTAX_ERROR }
SELECT CAST(1 AS); -- { serverError SYNTAX_ERROR }
SELECT 1 IN; -- { serverError SYNTAX_ERROR }
SELECT a b c FROM t; -- { serverError SYNTAX_ERROR }
SELECT @x; -- { serverError SYNTAX_ERROR }
SELECT 1 $ 2; -- { serverError SYNTAX_ERROR }
DROP TABLE; -- { serverError SYNTAX_ERROR }
ALTER TABLE t; -- { serverError SYNTAX_ERROR }
SELECT /* { serverError SYNTAX_ERROR } */ `unclosed;
