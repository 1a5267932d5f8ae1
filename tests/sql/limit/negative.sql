SELECT number FROM numbers(10) LIMIT -3;
SELECT number FROM numbers(10) LIMIT -3 OFFSET -2;
SELECT number FROM numbers(10) LIMIT 3 OFFSET -2;
SELECT number FROM numbers(10) LIMIT 20 OFFSET -2;
SELECT number FROM numbers(10) LIMIT -3 OFFSET 2;
SELECT number FROM numbers(10) LIMIT -3 OFFSET 8;
SELECT number FROM numbers(10) LIMIT -3 OFFSET -20;
SELECT number FROM numbers(10) OFFSET -3;
SELECT number FROM numbers(10) ORDER BY number DESC LIMIT -3;
SELECT number FROM numbers(5) LIMIT -20;
SELECT number FROM numbers(5) LIMIT -9223372036854775808;
SELECT number FROM numbers(100) LIMIT -1, -2;
SELECT number FROM numbers(10) LIMIT -2 UNION ALL SELECT 77 ORDER BY ALL;
SELECT * FROM (SELECT number FROM numbers(10) LIMIT -4) LIMIT -2;
SELECT count(), min(number), max(number) FROM (SELECT number FROM numbers(1000000) LIMIT -200000 OFFSET -100000);
SELECT count(), min(number), max(number) FROM (SELECT number FROM numbers(1000000) LIMIT 950000 OFFSET -100000);
SELECT count(), min(number), max(number) FROM (SELECT number FROM numbers(1000000) LIMIT -500000 OFFSET 600000);
SELECT number % 3 AS k, count() FROM numbers(10) GROUP BY k ORDER BY k LIMIT -2;
SELECT number FROM numbers(10) LIMIT 1.5; -- { serverError INVALID_LIMIT_EXPRESSION }
