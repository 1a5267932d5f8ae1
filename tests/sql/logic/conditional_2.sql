SELECT nullIf(1, 1) AS r, toTypeName(r);
SELECT nullIf(1, 2) AS r, toTypeName(r);
SELECT nullIf('a', 'b') AS r, toTypeName(r);
SELECT assumeNotNull(toNullable(1)) AS r, toTypeName(r);
SELECT toNullable(1) AS r, toTypeName(r);
SELECT isNull(NULL) AS r, toTypeName(r);
SELECT isNotNull(1) AS r, toTypeName(r);
SELECT NULL IS NULL AS r, toTypeName(r);
SELECT 1 IS NOT NULL AS r, toTypeName(r);
SELECT isNull([NULL]) AS r, toTypeName(r);
SELECT transform(2, [1, 2], ['a', 'b'], 'c') AS r, toTypeName(r);
SELECT transform(3, [1, 2], ['a', 'b'], 'c') AS r, toTypeName(r);
SELECT transform('x', ['x'], ['y']) AS r, toTypeName(r);
SELECT transform(5, [1], [10]) AS r, toTypeName(r);
SELECT if('a', 1, 2) AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT multiIf(1, 2) AS r, toTypeName(r); -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
SELECT number, if(number % 2, 'odd', 'even'), multiIf(number = 0, 'zero', number = 1, 'one', 'more'), CASE number WHEN 2 THEN 'two' ELSE toString(number) END FROM numbers(4);
SELECT number, if(number = 0, NULL, number), if(number > 1, number, NULL) IS NULL FROM numbers(3);
SELECT number, if(number > 1, intDiv(10, number - 1), 0) FROM numbers(4);
SELECT transform(number, [0, 1, 2], ['zero', 'one', 'two'], 'other'), transform(number, [1, 2], [100, 200]) FROM numbers(4);
SELECT number, if(number % 3 = 0, [number], []), if(number % 2, ('a', number), ('b', 0)) FROM numbers(4);
