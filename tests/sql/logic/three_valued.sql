SELECT 1 AND 1 AS r, toTypeName(r);
SELECT 1 AND 0 AS r, toTypeName(r);
SELECT 0 OR 1 AS r, toTypeName(r);
SELECT NOT 1 AS r, toTypeName(r);
SELECT NOT 0 AS r, toTypeName(r);
SELECT NULL AND 1 AS r, toTypeName(r);
SELECT NULL AND 0 AS r, toTypeName(r);
SELECT NULL OR 1 AS r, toTypeName(r);
SELECT NULL OR 0 AS r, toTypeName(r);
SELECT NOT NULL AS r, toTypeName(r);
SELECT xor(1, 1) AS r, toTypeName(r);
SELECT xor(1, 0) AS r, toTypeName(r);
SELECT xor(NULL, 1) AS r, toTypeName(r);
SELECT 1 AND 2 AND 3 AS r, toTypeName(r);
SELECT 5 OR 0 AS r, toTypeName(r);
SELECT NOT 5 AS r, toTypeName(r);
SELECT 0.5 AND 1 AS r, toTypeName(r);
SELECT and(1, 1, 0) AS r, toTypeName(r);
SELECT or(0, 0, 1) AS r, toTypeName(r);
SELECT not(0) AS r, toTypeName(r);
SELECT 1 AND NULL AND 0 AS r, toTypeName(r);
SELECT 1 OR NULL AS r, toTypeName(r);
SELECT 'a' AND 1 AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT NOT 'a' AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT 1 AND [1] AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT xor(1, 1, 1) AS r, toTypeName(r);
SELECT NOT 1 = 2 AS r, toTypeName(r);
SELECT NOT (1 OR 0) AND 1 AS r, toTypeName(r);
SELECT 1 OR 1 AND 0 AS r, toTypeName(r);
SELECT a, b, a AND b, a OR b, xor(a, b), NOT a FROM (SELECT arrayJoin([0, 1, NULL]) AS a, arrayJoin([0, 1, NULL]) AS b);
SELECT a, b, c, a AND b AND c, a OR b OR c FROM (SELECT arrayJoin([0, 1, NULL]) AS a, arrayJoin([0, 2, NULL]) AS b, arrayJoin([0, 1]) AS c);
SELECT number, number % 2 AND number % 3, number % 2 OR number % 3 FROM numbers(7);
SELECT count() FROM numbers(10) WHERE number > 3 AND number < 7 OR number = 9;
SELECT number FROM numbers(4) WHERE NULL;
SELECT number FROM numbers(4) WHERE NULL OR number = 2;
