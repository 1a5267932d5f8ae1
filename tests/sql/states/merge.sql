SELECT sumMerge(s) FROM (SELECT sumState(number) AS s FROM numbers(10));
SELECT finalizeAggregation(sumState(number)) FROM numbers(5);
SELECT uniqMerge(s) FROM (SELECT number % 3 AS k, uniqState(number) AS s FROM numbers(100) GROUP BY k);
SELECT avgMerge(s), toTypeName(any(s)) FROM (SELECT avgState(number) AS s FROM numbers(10) GROUP BY number % 2);
SELECT quantileMerge(0.5)(s) FROM (SELECT quantileState(0.5)(number) AS s FROM numbers(11));
SELECT k, countMerge(c), maxMerge(m) FROM (SELECT number % 2 AS k, countState() AS c, maxState(toString(number)) AS m FROM numbers(10) GROUP BY k) GROUP BY k ORDER BY k;
SELECT hex(sumState(toUInt8(5))), hex(countState()), hex(maxState(toUInt8(7))), hex(avgState(toUInt8(3)));
SELECT hex(minState('abc')), hex(anyState(toNullable(1))), hex(groupArrayState(toUInt8(1)));
SELECT hex(uniqState(toUInt64(1))), hex(uniqExactState(toUInt8(1))), hex(quantileState(0.5)(toFloat64(1)));
SELECT sumMergeState(s) AS x, toTypeName(x), finalizeAggregation(x) FROM (SELECT sumState(1) AS s FROM numbers(3)) FORMAT Null;
SELECT finalizeAggregation(sumMergeState(s)) FROM (SELECT sumState(number) AS s FROM numbers(5) GROUP BY number);
SELECT arrayReduce('sumMerge', [initializeAggregation('sumState', 3), initializeAggregation('sumState', 4)]);
SELECT runningAccumulate(s) FROM (SELECT number, sumState(number) AS s FROM numbers(4) GROUP BY number ORDER BY number) SETTINGS allow_deprecated_error_prone_window_functions = 1;
SELECT finalizeAggregation(CAST(unhex('0500000000000000') AS AggregateFunction(sum, UInt8)));
CREATE TABLE t (k UInt8, s AggregateFunction(sum, UInt64), u AggregateFunction(uniq, String), q AggregateFunction(quantiles(0.5, 0.9), Float64)) ENGINE = AggregatingMergeTree ORDER BY k;
INSERT INTO t SELECT number % 3, sumState(number), uniqState(toString(number)), quantilesState(0.5, 0.9)(toFloat64(number)) FROM numbers(30) GROUP BY number % 3;
INSERT INTO t SELECT number % 3, sumState(number), uniqState(toString(number)), quantilesState(0.5, 0.9)(toFloat64(number)) FROM numbers(30, 30) GROUP BY number % 3;
SELECT k, sumMerge(s), uniqMerge(u), quantilesMerge(0.5, 0.9)(q) FROM t GROUP BY k ORDER BY k;
SELECT k, finalizeAggregation(s), finalizeAggregation(u) FROM t FINAL ORDER BY k;
SELECT sumMerge(s) FROM t;
SELECT toTypeName(s), toTypeName(u), toTypeName(q) FROM t LIMIT 1;
SELECT sumMerge(u) FROM t; -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT sum(s) FROM t; -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT sumMergeIf(s, k > 0) FROM t;
SELECT countIfMerge(c) FROM (SELECT countIfState(number > 2) AS c FROM numbers(5));
SELECT sumState(1) = sumState(1); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
