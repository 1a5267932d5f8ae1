SELECT [1, 2] = [1, 2] AS r, toTypeName(r);
SELECT [1, 2] < [1, 3] AS r, toTypeName(r);
SELECT [] < [1] AS r, toTypeName(r);
SELECT [1] < [1, 0] AS r, toTypeName(r);
SELECT (1, 2) = (1, 2) AS r, toTypeName(r);
SELECT (1, 2) < (1, 3) AS r, toTypeName(r);
SELECT (1, 'b') > (1, 'a') AS r, toTypeName(r);
SELECT (1, NULL) = (1, NULL) AS r, toTypeName(r);
SELECT (1, 2) != (1, 3) AS r, toTypeName(r);
SELECT [NULL] = [NULL] AS r, toTypeName(r);
SELECT map('a', 1) = map('a', 1) AS r, toTypeName(r);
SELECT [1, 2] = ['a'] AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT (1, 2) = (1, 2, 3) AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT [[1]] = [[1]] AS r, toTypeName(r);
SELECT (1, [2]) <= (1, [2]) AS r, toTypeName(r);
SELECT ['a'] < ['b'] AS r, toTypeName(r);
SELECT (1, 2) < (2, 1) AS r, toTypeName(r);
SELECT tuple(1) = tuple(1) AS r, toTypeName(r);
SELECT x, x = [1, 2, 3] AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, x < [2] AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, x != [] AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
SELECT x, x > [0] AS r, toTypeName(r) FROM (SELECT arrayJoin([[1, 2, 3], [], [3, 1, 2, 1], [0], [5, 5, 5, 5]]) AS x);
