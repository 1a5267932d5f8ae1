SELECT CAST('x' AS Enum8('x' = 1)) AS r, toTypeName(r);
SELECT CAST(1 AS Enum8('x' = 1)) AS r, toTypeName(r);
SELECT CAST('y' AS Enum8('x' = 1)) AS r, toTypeName(r); -- { serverError UNKNOWN_ELEMENT_OF_ENUM }
SELECT CAST('a' AS LowCardinality(String)) AS r, toTypeName(r);
SELECT CAST(toNullable(1) AS UInt8) AS r, toTypeName(r);
SELECT CAST(NULL AS UInt8) AS r, toTypeName(r); -- { serverError CANNOT_CONVERT_TYPE }
SELECT CAST([NULL] AS Array(UInt8)) AS r, toTypeName(r); -- { serverError CANNOT_CONVERT_TYPE }
SELECT CAST([1, NULL] AS Array(Nullable(Int64))) AS r, toTypeName(r);
SELECT CAST('1.23' AS Decimal(5, 2)) AS r, toTypeName(r);
SELECT CAST(1.239 AS Decimal(5, 2)) AS r, toTypeName(r);
SELECT CAST('123456' AS Decimal(5, 2)) AS r, toTypeName(r);
SELECT 1::Nosuch AS r, toTypeName(r); -- { serverError UNKNOWN_TYPE }
SELECT CAST(1 AS Array(UInt8)) AS r, toTypeName(r); -- { serverError TYPE_MISMATCH }
SELECT '61f0c404-5cb3-11e7-907b-a6006ad3dba0'::UUID AS r, toTypeName(r);
SELECT -1::Int8 AS r, toTypeName(r);
SELECT (-1)::String AS r, toTypeName(r);
SELECT 'NULL'::Nullable(UInt8) AS r, toTypeName(r);
SELECT '[]'::Array(String) AS r, toTypeName(r);
SELECT '[\'a\']'::Array(String) AS r, toTypeName(r);
SELECT ([1], 'a')::Tuple(Array(String), String) AS r, toTypeName(r); -- { serverError CANNOT_PARSE_QUOTED_STRING }
SELECT CAST('nan' AS Float64) AS r, toTypeName(r);
SELECT _CAST(1, 'String') AS r, toTypeName(r);
SELECT 1::Float64::String AS r, toTypeName(r);
SELECT 1.5::Int8 + 1 AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
SELECT CAST(number AS String), number::UInt8, CAST(number, 'Float32') / 3 FROM numbers(3);
