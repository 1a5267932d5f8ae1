SELECT a.n, b.n FROM (SELECT number AS n FROM numbers(3)) AS a CROSS JOIN (SELECT number AS n FROM numbers(2)) AS b ORDER BY ALL;
SELECT a.n, b.n FROM (SELECT number AS n FROM numbers(3)) AS a, (SELECT number AS n FROM numbers(2)) AS b ORDER BY ALL;
SELECT a.n, b.n FROM (SELECT number AS n FROM numbers(3)) AS a, (SELECT number AS n FROM numbers(3)) AS b WHERE a.n = b.n ORDER BY ALL;
SELECT a.n, b.n FROM (SELECT number AS n FROM numbers(3)) AS a, (SELECT number AS n FROM numbers(3)) AS b WHERE a.n < b.n ORDER BY ALL;
SELECT count() FROM numbers(100) AS a CROSS JOIN numbers(100) AS b;
SELECT count(), sum(a.number * b.number) FROM numbers(100) AS a, numbers(100) AS b WHERE a.number + b.number < 50;
SELECT count() FROM numbers(10) AS a, numbers(10) AS b, numbers(10) AS c;
SELECT * FROM (SELECT 1 AS a) CROSS JOIN (SELECT 'x' AS b); -- { serverError ALIAS_REQUIRED }
SELECT * FROM (SELECT 1 AS a WHERE 0) CROSS JOIN (SELECT 'x' AS b); -- { serverError ALIAS_REQUIRED }
SELECT a.number, b.number, c.number FROM numbers(2) AS a, numbers(2) AS b, numbers(2) AS c WHERE a.number = b.number AND b.number = c.number ORDER BY ALL;
SELECT number FROM numbers(2) AS a CROSS JOIN numbers(2) AS b;
