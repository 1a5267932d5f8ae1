SELECT sum(sum(number)) OVER (ORDER BY max(number)), count() OVER () FROM numbers(3);
SELECT number % 2 AS k, row_number() OVER (ORDER BY max(number) DESC) AS r FROM numbers(6) GROUP BY k ORDER BY k;
SELECT number % 2 AS k, sum(count()) OVER (PARTITION BY min(number)) AS r FROM numbers(6) GROUP BY k ORDER BY k;
