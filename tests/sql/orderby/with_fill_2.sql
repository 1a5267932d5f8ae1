SELECT number FROM numbers(10) WHERE number % 2 ORDER BY number WITH FILL FROM 0 TO 5;
SELECT toDate('2024-01-31') + number * 40 AS d FROM numbers(3) ORDER BY d WITH FILL STEP INTERVAL 1 MONTH;
SELECT toDate('2024-01-01') + number * 3 AS d, number AS x FROM numbers(3) ORDER BY d WITH FILL STEP INTERVAL 1 DAY INTERPOLATE (x AS x + 1);
SELECT toDate((number * 10) * 86400) AS d1, toDate(number * 86400) AS d2, 'original' AS source FROM numbers(10) WHERE (number % 3) = 1 ORDER BY d2 WITH FILL, d1 WITH FILL STEP 5;
SELECT toDate((number * 10) * 86400) AS d1, toDate(number * 86400) AS d2, 'original' AS source FROM numbers(10) WHERE (number % 3) = 1 ORDER BY d1 WITH FILL STEP 5, d2 WITH FILL;
SELECT toDate((number * 2) * 86400) AS d1, toDate(number * 86400) AS d2, 'original' AS source FROM numbers(10) WHERE (number % 3) = 1 ORDER BY d1 WITH FILL, d2 WITH FILL FROM toDate('1970-01-01') TO toDate('1970-01-05');
SELECT n, source, inter FROM (SELECT toFloat32(number % 10) AS n, 'original' AS source, number AS inter FROM numbers(10) WHERE number % 3 = 1) ORDER BY n WITH FILL FROM 0 TO 5.51 STEP 0.5 INTERPOLATE (inter AS inter + 1);
SELECT n, source, inter FROM (SELECT toFloat32(number % 10) AS n, 'original' AS source, number AS inter FROM numbers(10) WHERE number % 3 = 1) ORDER BY n WITH FILL FROM 0 TO 5.51 STEP 0.5 INTERPOLATE;
SELECT number AS a FROM numbers(3) ORDER BY a DESC WITH FILL STEP -1;
SELECT number * 3 AS a FROM numbers(3) ORDER BY a DESC WITH FILL FROM 10 TO -2 STEP -2; -- { serverError INVALID_WITH_FILL_EXPRESSION }
SELECT number * 3 AS a FROM numbers(3) ORDER BY a DESC WITH FILL;
SELECT number * 3 AS a FROM numbers(3) ORDER BY a WITH FILL STEP 0; -- { serverError INVALID_WITH_FILL_EXPRESSION }
SELECT number * 3 AS a FROM numbers(3) ORDER BY a WITH FILL STEP -1; -- { serverError INVALID_WITH_FILL_EXPRESSION }
SELECT toString(number) AS a FROM numbers(3) ORDER BY a WITH FILL; -- { serverError INVALID_WITH_FILL_EXPRESSION }
SELECT number AS a FROM numbers(0) ORDER BY a WITH FILL FROM 1 TO 4;
SELECT number AS a FROM numbers(0) ORDER BY a WITH FILL;
SELECT number AS a FROM numbers(0) ORDER BY a WITH FILL TO 3;
SELECT number % 2 AS g, number AS a FROM numbers(8) WHERE number NOT IN (2, 5) ORDER BY g, a WITH FILL;
SELECT number % 2 AS g, number AS a FROM numbers(8) WHERE number NOT IN (2, 5) ORDER BY g, a WITH FILL FROM 0 TO 10 STEP 3;
SELECT toDateTime('2024-01-01 00:00:00', 'UTC') + number * 7200 AS t, count() AS c FROM numbers(3) GROUP BY t ORDER BY t WITH FILL STEP INTERVAL 1 HOUR;
SELECT toDateTime('2024-01-01 00:00:00', 'UTC') + number * 7200 AS t FROM numbers(2) ORDER BY t WITH FILL STEP toIntervalMinute(30);
SELECT toStartOfMonth(toDate('2024-01-15') + number * 75) AS m, number FROM numbers(3) ORDER BY m WITH FILL FROM toDate('2023-12-01') TO toDate('2024-08-01') STEP INTERVAL 1 MONTH;
SELECT toDate('2020-01-01') AS m ORDER BY m WITH FILL FROM toDate('2019-01-01') TO toDate('2022-01-01') STEP INTERVAL 1 YEAR;
SELECT toDate('2020-01-01') AS m ORDER BY m WITH FILL FROM toDate('2019-07-01') TO toDate('2021-01-01') STEP INTERVAL 1 QUARTER;
SELECT if(number = 1, NULL, number * 2) AS n FROM numbers(4) ORDER BY n WITH FILL;
SELECT number AS a, number AS b FROM numbers(2) ORDER BY a WITH FILL FROM 0 TO 3, b WITH FILL FROM 0 TO 3; -- { serverError INVALID_WITH_FILL_EXPRESSION }
SELECT number * 5 AS a, number AS b FROM numbers(2) ORDER BY a WITH FILL STEP 2, b DESC WITH FILL FROM 2 TO -1; -- { serverError INVALID_WITH_FILL_EXPRESSION }
SELECT number * 2 AS a FROM numbers(3) ORDER BY a WITH FILL LIMIT 3;
SELECT number * 2 AS a, a + 1 AS b FROM numbers(3) ORDER BY a WITH FILL INTERPOLATE (b AS a + 100);
SELECT number * 2 AS a FROM numbers(3) ORDER BY a WITH FILL INTERPOLATE (nosuch AS 1); -- { serverError UNKNOWN_IDENTIFIER }
SELECT number * 2 AS a FROM numbers(3) ORDER BY a WITH FILL FROM 1.5; -- { serverError INVALID_WITH_FILL_EXPRESSION }
SELECT number * 2 AS a FROM numbers(3) ORDER BY a WITH FILL FROM 'x'; -- { serverError INVALID_WITH_FILL_EXPRESSION }
SELECT toDateTime64('2024-01-01 00:00:00', 3, 'UTC') + number AS t FROM numbers(2) ORDER BY t WITH FILL STEP INTERVAL 250 MILLISECOND;
SELECT toDecimal32(number, 1) * 2 AS d FROM numbers(3) ORDER BY d WITH FILL; -- { serverError INVALID_WITH_FILL_EXPRESSION }
SELECT 1 AS a ORDER BY a WITH FILL FROM 5 TO 1; -- { serverError INVALID_WITH_FILL_EXPRESSION }
SELECT number AS x, number * 2 AS y FROM numbers(3) ORDER BY x, y WITH FILL;
SELECT number % 3 AS x FROM numbers(9) ORDER BY x WITH FILL TO 5;
SELECT number AS a, 'x' AS s FROM numbers(2) ORDER BY a WITH FILL TO 4 INTERPOLATE (s);
