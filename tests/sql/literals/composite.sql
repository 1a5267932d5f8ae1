SELECT [1, 2, 3] AS r, toTypeName(r);
SELECT [] AS r, toTypeName(r);
SELECT [[1], [2, 3]] AS r, toTypeName(r);
SELECT ['a', 'b'] AS r, toTypeName(r);
SELECT [1, -1] AS r, toTypeName(r);
SELECT [1, 1000] AS r, toTypeName(r);
SELECT [1, 2.5] AS r, toTypeName(r);
SELECT [NULL, 1] AS r, toTypeName(r);
SELECT [[], [1]] AS r, toTypeName(r);
SELECT (1, 2) AS r, toTypeName(r);
SELECT (1, 'a', [1]) AS r, toTypeName(r);
SELECT tuple() AS r, toTypeName(r);
SELECT tuple(1) AS r, toTypeName(r);
SELECT (1,) AS r, toTypeName(r);
SELECT {'a': 1} AS r, toTypeName(r); -- { serverError SYNTAX_ERROR }
SELECT {'a': 1, 'b': 2}['b'] AS r, toTypeName(r); -- { serverError SYNTAX_ERROR }
SELECT map() AS r, toTypeName(r);
SELECT {} AS r, toTypeName(r); -- { serverError SYNTAX_ERROR }
SELECT [(1, 'a'), (2, 'b')] AS r, toTypeName(r);
SELECT [(1, NULL), (NULL, 'x')] AS r, toTypeName(r);
SELECT [{'a': 1}, {}] AS r, toTypeName(r); -- { serverError SYNTAX_ERROR }
SELECT [toDate('2024-01-01')] AS r, toTypeName(r);
SELECT [1, 18446744073709551615, -1] AS r, toTypeName(r); -- { serverError NO_COMMON_TYPE }
SELECT ([1], ['a']) AS r, toTypeName(r);
SELECT [(1, 2), (3, 4)][1].2 AS r, toTypeName(r);
SELECT (1, (2, 3)).2.1 AS r, toTypeName(r);
SELECT [1, 'a', 2]; -- { serverError NO_COMMON_TYPE }
SELECT [(1, 2), 3];
