SELECT sum(number + 1), sum(number + 2), sum(number + 3), sum(number - 4), sum(5 + number), sum(number) FROM numbers(10);
SELECT number % 3 AS k, sum(number + 1) AS a, sum(number + 1) AS b, sum(number + 2), count(), sum(k + 7) FROM numbers(10) GROUP BY k ORDER BY k;
SELECT sum(toInt8(number) + 100), sum(toInt8(number) - 100), sum(toUInt8(number) + toUInt8(255)) FROM numbers(200);
SELECT sum(toUInt64(number) + 18446744073709551615), sum(toInt64(number) - 9223372036854775807) FROM numbers(5);
SELECT sum(number + 1), sum(number + 2) FROM numbers(10) WHERE number > 100;
SELECT sum(x + 1), sum(x + 2), toTypeName(sum(x + 1)) FROM (SELECT if(number % 2 = 0, NULL, number) AS x FROM numbers(6));
SELECT sum(number + 0.5), sum(number + 1) FROM numbers(4);
SELECT sum(number + 1) + sum(number + 2) AS s, sum(number + 2) - sum(number + 1) AS d FROM numbers(1000);
