SELECT arraySum([1.5, 2]) AS r, toTypeName(r);
SELECT arraySum([-1, 2]) AS r, toTypeName(r);
SELECT arrayAvg([]) AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT arrayMin([]) AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT arrayReduce('sum', [1, 2, 3]) AS r, toTypeName(r);
SELECT arrayReduce('uniq', [1, 1, 2]) AS r, toTypeName(r);
SELECT arrayReduce('quantile(0.5)', [1, 2, 3]) AS r, toTypeName(r);
SELECT arrayReduce('maxIf', [1, 5, 3], [1, 0, 1]) AS r, toTypeName(r);
SELECT arrayReduceInRanges('sum', [(1, 2), (2, 3)], [1, 2, 3, 4]) AS r, toTypeName(r);
SELECT arraySlice([1, 2, 3, 4], 2, -1) AS r, toTypeName(r);
SELECT arraySlice([1, 2, 3], 0) AS r, toTypeName(r);
SELECT arrayResize([1], 3, 7) AS r, toTypeName(r);
SELECT arrayResize([1, 2, 3], -2) AS r, toTypeName(r);
SELECT arrayJaccardIndex([1, 2], [2, 3]) AS r, toTypeName(r);
SELECT length([[], []]) AS r, toTypeName(r);
SELECT [1] = [1] AS r, toTypeName(r);
SELECT range(10000000000) AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT range(number), arraySum(range(number)), range(number)[number] FROM numbers(5);
SELECT groupArray(x) FROM (SELECT arrayJoin([3, 1, 2]) AS x ORDER BY x);
SELECT [number, number * 2], [toString(number)], [[number]] FROM numbers(3);
