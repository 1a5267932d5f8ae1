SELECT x, arrayMap(y -> y * 2, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayFilter(y -> y > 1, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayCount(y -> y > 1, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayExists(y -> y = 3, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayAll(y -> y > 0, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arraySum(y -> y * y, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayFirst(y -> y > 1, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayFirstIndex(y -> y > 1, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayLast(y -> y < 3, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayLastIndex(y -> y < 3, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arraySort(y -> -y, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayReverseSort(y -> y % 3, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayMin(y -> -y, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayMax(y -> -y, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayAvg(y -> y + 1, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayCumSum(y -> y + 1, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayFill(y -> y > 1, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayReverseFill(y -> y > 1, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arraySplit(y -> y = 1, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayReverseSplit(y -> y = 1, x) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayFold((acc, y) -> acc + y, x, 0::Int64) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, arrayMap((y, i) -> y * i, x, arrayEnumerate(x)) AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT arrayMap(x -> x + 1, [1, 2]) AS r, toTypeName(r);
SELECT arrayMap(x -> toString(x), [1, 2]) AS r, toTypeName(r);
SELECT arrayMap((x, y) -> x + y, [1, 2], [10, 20]) AS r, toTypeName(r);
SELECT arrayMap((x, y) -> (x, y), [1, 2], ['a', 'b']) AS r, toTypeName(r);
SELECT arrayMap(x -> arrayMap(y -> x * y, [1, 2]), [3, 4]) AS r, toTypeName(r);
SELECT arrayMap(x -> x.1, [(1, 'a'), (2, 'b')]) AS r, toTypeName(r);
SELECT arrayMap((a, b) -> a + b, [(1, 2), (3, 4)]) AS r, toTypeName(r);
SELECT arrayMap(x -> NULL, [1]) AS r, toTypeName(r);
SELECT arrayMap(x -> 1, []) AS r, toTypeName(r);
SELECT arrayFilter(x -> x LIKE 'a%', ['abc', 'b', 'a']) AS r, toTypeName(r);
SELECT arrayFilter((x, m) -> m, [1, 2, 3], [1, 0, 1]) AS r, toTypeName(r);
SELECT arrayFilter(x -> NULL, [1]) AS r, toTypeName(r);
SELECT arraySort((x, k) -> k, ['a', 'b', 'c'], [3, 1, 2]) AS r, toTypeName(r);
SELECT arraySort(x -> length(x), ['ccc', 'a', 'bb']) AS r, toTypeName(r);
SELECT arrayMap((x, y) -> x, [1], [1, 2]) AS r, toTypeName(r); -- { serverError SIZES_OF_ARRAYS_DONT_MATCH }
SELECT arrayMap(x -> x) AS r, toTypeName(r); -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
SELECT arrayMap(1, [1]) AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT arrayMap(x -> y, [1]) AS r, toTypeName(r); -- { serverError UNKNOWN_IDENTIFIER }
SELECT arrayFilter(x -> 'a', [1]) AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT arrayFirst(x -> x > 10, [1, 2]) AS r, toTypeName(r);
SELECT arrayFirstOrNull(x -> x > 10, [1, 2]) AS r, toTypeName(r);
SELECT arrayExists((x, y) -> x = y, [1, 2], [2, 1]) AS r, toTypeName(r);
SELECT arrayCount([0, 1, 2]) AS r, toTypeName(r);
SELECT arrayAll(x -> x, []) AS r, toTypeName(r);
SELECT arrayExists(x -> x, []) AS r, toTypeName(r);
SELECT arrayFold((a, x) -> a * 10 + x, [1, 2, 3], 0::UInt64) AS r, toTypeName(r);
SELECT arrayFold((a, x) -> concat(a, x), ['a', 'b'], '') AS r, toTypeName(r);
SELECT mapApply((k, v) -> (k, v * 2), map('a', 1)) AS r, toTypeName(r);
SELECT mapFilter((k, v) -> v > 1, map('a', 1, 'b', 2)) AS r, toTypeName(r);
SELECT arrayMap(lambda(tuple(x), x + 1), [1]) AS r, toTypeName(r);
SELECT arrayZip(arrayMap(x -> x, [1]), [2]) AS r, toTypeName(r);
SELECT arrayMap(plus, [1], [2]) AS r, toTypeName(r);
WITH 10 AS k SELECT arrayMap(x -> x + k, [1, 2]);
SELECT number, arrayMap(x -> x + number, range(number)), arrayFilter(x -> x % 2 = number % 2, range(4)) FROM numbers(4);
SELECT arraySum(arrayMap(x -> x * number, [1, 2, 3])) AS s FROM numbers(3) ORDER BY s DESC;
WITH x -> x * 2 AS double SELECT double(number) FROM numbers(3);
WITH (a, b) -> a || b AS cat SELECT cat('x', 'y');
