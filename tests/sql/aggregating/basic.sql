CREATE TABLE t (k UInt8, s AggregateFunction(sum, UInt64), mx SimpleAggregateFunction(max, UInt64), la SimpleAggregateFunction(anyLast, String), ga SimpleAggregateFunction(groupArrayArray, Array(UInt8))) ENGINE = AggregatingMergeTree ORDER BY k;
INSERT INTO t SELECT 1, sumState(5::UInt64), 5, 'x', [1];
INSERT INTO t SELECT 1, sumState(7::UInt64), 3, 'y', [2];
INSERT INTO t SELECT 2, sumState(1::UInt64), 1, 'z', [3];
SELECT k, finalizeAggregation(s), mx, la, ga FROM t ORDER BY ALL;
SELECT k, sumMerge(s), max(mx), any(k) FROM t GROUP BY k ORDER BY k;
SELECT k, finalizeAggregation(s), mx, la, ga FROM t FINAL ORDER BY k;
OPTIMIZE TABLE t FINAL;
SELECT k, finalizeAggregation(s), mx, la, ga FROM t ORDER BY k;
SELECT toTypeName(s), toTypeName(mx) FROM t LIMIT 1;
INSERT INTO t (k, mx) VALUES (3, 3);
SELECT k, finalizeAggregation(s), mx, la FROM t WHERE k = 3;
SHOW CREATE TABLE t;
CREATE TABLE u (d Date, users AggregateFunction(uniq, UInt64), hits AggregateFunction(count), mn AggregateFunction(min, Nullable(Int32))) ENGINE = AggregatingMergeTree ORDER BY d;
INSERT INTO u SELECT toDate('2024-01-01') + number % 3 AS d, uniqState(number), countState(), minState(toNullable(toInt32(number))) FROM numbers(300) GROUP BY d;
INSERT INTO u SELECT toDate('2024-01-01') + number % 3 AS d, uniqState(number), countState(), minState(toNullable(toInt32(-number))) FROM numbers(600) GROUP BY d;
SELECT d, uniqMerge(users), countMerge(hits), minMerge(mn) FROM u GROUP BY d ORDER BY d;
OPTIMIZE TABLE u FINAL;
SELECT d, uniqMerge(users), countMerge(hits), minMerge(mn) FROM u GROUP BY d ORDER BY d;
SELECT uniqMerge(users), countMerge(hits) FROM u;
INSERT INTO u VALUES ('2024-01-01', 1, 1, 1); -- { serverError TYPE_MISMATCH }
INSERT INTO u SELECT toDate('2024-01-01'), sumState(1), countState(), minState(toNullable(1)); -- { serverError CANNOT_CONVERT_TYPE }
