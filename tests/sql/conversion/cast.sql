SELECT CAST(1 AS String) AS r, toTypeName(r);
SELECT CAST('1' AS UInt8) AS r, toTypeName(r);
SELECT CAST('1', 'UInt8') AS r, toTypeName(r);
SELECT '1'::Int32 AS r, toTypeName(r);
SELECT 1::String AS r, toTypeName(r);
SELECT '[1,2,3]'::Array(UInt8) AS r, toTypeName(r);
SELECT [1, 2]::Array(String) AS r, toTypeName(r); -- { serverError CANNOT_PARSE_QUOTED_STRING }
SELECT ['1', '2']::Array(UInt8) AS r, toTypeName(r); -- { serverError CANNOT_READ_ARRAY_FROM_TEXT }
SELECT '(1,\'a\')'::Tuple(UInt8, String) AS r, toTypeName(r);
SELECT (1, 2)::Tuple(a String, b Int8) AS r, toTypeName(r); -- { serverError CANNOT_PARSE_QUOTED_STRING }
SELECT CAST((1, 'a') AS Tuple(x UInt8, y String)).x AS r, toTypeName(r);
SELECT CAST('{\'a\':1}' AS Map(String, UInt8)) AS r, toTypeName(r); -- { serverError TYPE_MISMATCH }
SELECT CAST(([1, 2], ['a', 'b']) AS Map(UInt8, String)) AS r, toTypeName(r);
SELECT CAST(NULL AS Nullable(String)) AS r, toTypeName(r);
SELECT CAST(1 AS Nullable(String)) AS r, toTypeName(r);
SELECT CAST(300 AS UInt8) AS r, toTypeName(r);
SELECT CAST(-1 AS UInt16) AS r, toTypeName(r);
SELECT CAST(1.99 AS Int32) AS r, toTypeName(r);
SELECT CAST('abc' AS UInt8) AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
SELECT CAST('' AS UInt8) AS r, toTypeName(r); -- { serverError ATTEMPT_TO_READ_AFTER_EOF }
SELECT CAST('2024-01-01' AS Date) AS r, toTypeName(r);
SELECT CAST('2024-01-01 00:00:00' AS DateTime('UTC')) AS r, toTypeName(r);
SELECT CAST(toDate('2024-01-01') AS DateTime('UTC')) AS r, toTypeName(r);
SELECT CAST(0 AS Bool) AS r, toTypeName(r);
SELECT CAST('a' AS FixedString(2)) AS r, toTypeName(r);
