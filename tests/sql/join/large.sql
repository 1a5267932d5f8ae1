SELECT count(), sum(a.number), sum(b.v) FROM numbers(100000) AS a JOIN (SELECT number * 3 AS k, number AS v FROM numbers(50000)) AS b ON a.number = b.k;
SELECT count() FROM (SELECT number % 100 AS k FROM numbers(10000)) AS a JOIN (SELECT number AS k FROM numbers(50)) AS b ON a.k = b.k;
SELECT count() FROM (SELECT toString(number) AS k FROM numbers(50000)) AS a JOIN (SELECT toString(number * 7) AS k FROM numbers(50000)) AS b ON a.k = b.k;
SELECT count(), countIf(b.k = 0) FROM (SELECT number + 1 AS k FROM numbers(50000)) AS a LEFT JOIN (SELECT number * 2 AS k FROM numbers(50000)) AS b ON a.k = b.k;
SELECT count() FROM (SELECT number AS k FROM numbers(50000)) AS a LEFT ANTI JOIN (SELECT number * 2 AS k FROM numbers(50000)) AS b ON a.k = b.k;
SELECT count() FROM (SELECT number AS k, number % 3 AS j FROM numbers(50000)) AS a JOIN (SELECT number AS k, number % 2 AS j FROM numbers(50000)) AS b ON a.k = b.k AND a.j = b.j;
SELECT k, sum(v) FROM (SELECT number % 5 AS k FROM numbers(1000)) AS a JOIN (SELECT number % 10 AS k, number AS v FROM numbers(10)) AS b USING (k) GROUP BY k ORDER BY k;
SELECT count() FROM (SELECT number % 10 AS k FROM numbers(1000)) AS a FULL JOIN (SELECT number + 5 AS k FROM numbers(10)) AS b ON a.k = b.k;
SELECT toTypeName(id), id FROM (SELECT toUInt8(1) AS id) AS a JOIN (SELECT toInt32(1) AS id) AS b USING (id);
SELECT a.k FROM (SELECT toLowCardinality('x') AS k) AS a JOIN (SELECT 'x' AS k) AS b ON a.k = b.k;
SELECT a.k, b.k FROM (SELECT 1 AS k) AS a JOIN (SELECT toNullable(1) AS k) AS b ON a.k = b.k;
SELECT a.k FROM (SELECT 1 AS k) AS a JOIN (SELECT 'x' AS k) AS b ON a.k = b.k; -- { serverError NO_COMMON_TYPE }
