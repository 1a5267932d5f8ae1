SELECT array(1, 2, 3) AS r, toTypeName(r);
SELECT range(5) AS r, toTypeName(r);
SELECT range(2, 5) AS r, toTypeName(r);
SELECT range(0, 10, 3) AS r, toTypeName(r);
SELECT range(5, 0, -2) AS r, toTypeName(r);
SELECT range(0) AS r, toTypeName(r);
SELECT arrayWithConstant(3, 'x') AS r, toTypeName(r);
SELECT arrayConcat([1], [2], []) AS r, toTypeName(r);
SELECT arrayConcat([1], ['a']) AS r, toTypeName(r); -- { serverError NO_COMMON_TYPE }
SELECT emptyArrayUInt8() AS r, toTypeName(r);
SELECT emptyArrayString() AS r, toTypeName(r);
SELECT [1, 2, 3][2] AS r, toTypeName(r);
SELECT [1, 2][0] AS r, toTypeName(r);
SELECT [1, 2][-2] AS r, toTypeName(r);
SELECT ['a'][5] AS r, toTypeName(r);
SELECT [NULL, 1][1] AS r, toTypeName(r);
SELECT arrayElement([1, 2], 2) AS r, toTypeName(r);
SELECT arrayElementOrNull([1], 5) AS r, toTypeName(r);
SELECT [[1, 2], [3]][1][2] AS r, toTypeName(r);
SELECT arrayZip([1, 2], ['a', 'b']) AS r, toTypeName(r);
SELECT arrayZip([1], [1, 2]) AS r, toTypeName(r); -- { serverError SIZES_OF_ARRAYS_DONT_MATCH }
