SELECT quantile(0.5)(number), quantile(0)(number), quantile(1)(number), quantile(0.9)(number) FROM numbers(100); -- { serverError BAD_ARGUMENTS }
SELECT quantile(number) FROM numbers(10);
SELECT quantiles(0.1, 0.5, 0.9)(number) FROM numbers(1001);
SELECT quantileExact(0.5)(number), quantileExactLow(0.5)(number), quantileExactHigh(0.5)(number), quantileExactInclusive(0.5)(number), quantileExactExclusive(0.5)(number) FROM numbers(10);
SELECT quantilesExact(0.25, 0.5, 0.75)(number) FROM numbers(100);
SELECT quantileDeterministic(0.5)(number, number) FROM numbers(100000);
SELECT quantile(0.5)(number), quantile(0.99)(number) FROM numbers(100000) SETTINGS max_threads = 1, max_block_size = 65409;
SELECT quantileTiming(0.9)(number) FROM numbers(1000);
SELECT quantileExactWeighted(0.5)(x, w) FROM (SELECT arrayJoin([(1, 1), (10, 5)]) AS t, t.1 AS x, t.2 AS w);
SELECT quantile(0.5)(toDate('2024-01-01') + number) FROM numbers(11);
SELECT quantile(0.5)(toDateTime('2024-01-01 00:00:00', 'UTC') + number) FROM numbers(11);
SELECT quantile(0.5)(toDecimal32(number, 1)), quantileExact(0.5)(toDecimal32(number, 1)) FROM numbers(4);
SELECT quantile(0.5)(x) FROM (SELECT arrayJoin([NULL, 1, 2, 3]) AS x);
SELECT quantile(0.5)(x), quantileExact(0.5)(x) FROM (SELECT arrayJoin([nan, 1., 2.]) AS x);
SELECT median(number), medianExact(number) FROM numbers(8);
SELECT number % 3 AS k, quantile(0.5)(number), quantileExact(0.9)(number) FROM numbers(90) GROUP BY k ORDER BY k;
SELECT quantileTDigest(0.5)(number) FROM numbers(100) SETTINGS max_threads = 1, max_block_size = 65409;
SELECT quantileBFloat16(0.5)(number) FROM numbers(100);
SELECT quantileInterpolatedWeighted(0.5)(number, 1) FROM numbers(10);
SELECT quantile(0.5)(toFloat32(number)), toTypeName(quantile(0.5)(toFloat32(number))) FROM numbers(10);
SELECT quantiles(0.5)(number), quantile(-1)(number) FROM numbers(5); -- { serverError PARAMETER_OUT_OF_BOUND }
SELECT quantile(0.123)(-toInt64(number)) FROM numbers(50);
