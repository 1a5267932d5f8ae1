SELECT * FROM (SELECT 1 AS a, 'x' AS b);
SELECT a + 1 FROM (SELECT number AS a FROM numbers(3)) ORDER BY a;
SELECT t.a FROM (SELECT 1 AS a) AS t;
SELECT t.* FROM (SELECT 1 AS a, 2 AS b) t;
SELECT * FROM (SELECT * FROM (SELECT * FROM (SELECT 1 AS deep)));
SELECT count() FROM (SELECT 1 WHERE 0);
SELECT max(c) FROM (SELECT number % 3 AS k, count() AS c FROM numbers(10) GROUP BY k);
SELECT a FROM (SELECT 1 AS b); -- { serverError UNKNOWN_IDENTIFIER }
SELECT x.y FROM (SELECT 1 AS y) AS z; -- { serverError UNKNOWN_IDENTIFIER }
SELECT * FROM (SELECT 1 AS a) AS t(renamed);
SELECT (SELECT 1) + 1;
SELECT (SELECT max(number) FROM numbers(10)), toTypeName((SELECT max(number) FROM numbers(10)));
SELECT (SELECT 1 WHERE 0), toTypeName((SELECT 1 WHERE 0));
SELECT (SELECT 1, 'a');
SELECT (SELECT number FROM numbers(2)); -- { serverError INCORRECT_RESULT_OF_SCALAR_SUBQUERY }
SELECT number, number = (SELECT max(number) FROM numbers(3)) FROM numbers(3);
SELECT number FROM numbers(5) WHERE number > (SELECT avg(number) FROM numbers(5));
SELECT EXISTS(SELECT 1), EXISTS(SELECT 1 WHERE 0);
SELECT count() FROM numbers(3) WHERE EXISTS(SELECT 1 FROM numbers(1));
SELECT count() FROM numbers(3) WHERE NOT EXISTS(SELECT 1 FROM numbers(1) WHERE number > 5);
SELECT (SELECT groupArray(number) FROM numbers(3))[2];
SELECT * EXCEPT (b) FROM (SELECT 1 AS a, 2 AS b);
SELECT * REPLACE (a + 10 AS a) FROM (SELECT 1 AS a, 2 AS b);
SELECT * APPLY (toString) FROM (SELECT 1 AS a, 2 AS b);
SELECT COLUMNS('^a') FROM (SELECT 1 AS a1, 2 AS a2, 3 AS b);
SELECT (SELECT sum(number) FROM numbers(4)) AS s, s * 2;
