SELECT sumArray([1, 2, 3]), countArray([1, 2]), avgArray([1, 2]), minArray([3, 1]), maxArray([[1, 5]][1]);
SELECT sumArray([number, number * 2]) FROM numbers(4);
SELECT uniqArray([1, 1, 2]), uniqExactArray(['a', 'b', 'a']);
SELECT groupArrayArray([[1, 2], [3]][number + 1]) FROM numbers(2);
SELECT arraySort(groupUniqArrayArray([number % 2, 5])) FROM numbers(4);
SELECT quantileArray(0.5)([1, 2, 3]), argMaxArray(['a', 'b'], [1, 2]);
SELECT sumArray([]::Array(UInt8)), avgArray([]::Array(UInt8)), sumArrayOrNull([]::Array(UInt8));
SELECT sumForEach([1, 2, number]) FROM numbers(3);
SELECT sumForEach(range(number)) FROM numbers(4);
SELECT sumArray(1); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT maxForEach([number, -number]) FROM numbers(3); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT sumMap(map('a', number, 'b', 1)) FROM numbers(3);
SELECT number % 2 AS k, sumArray([number, 1]) FROM numbers(6) GROUP BY k ORDER BY k;
