SELECT 5.5 % 2 AS r, toTypeName(r);
SELECT -5.5 % 2 AS r, toTypeName(r);
SELECT 1 + NULL AS r, toTypeName(r);
SELECT NULL * 0 AS r, toTypeName(r);
SELECT 1 / NULL AS r, toTypeName(r);
SELECT 255 + 1 AS r, toTypeName(r);
SELECT 65535 + 1 AS r, toTypeName(r);
SELECT 4294967295 + 1 AS r, toTypeName(r);
SELECT 18446744073709551615 + 1 AS r, toTypeName(r);
SELECT 9223372036854775807 + 1 AS r, toTypeName(r);
SELECT 128 * 2 AS r, toTypeName(r);
SELECT -128 - 1 AS r, toTypeName(r);
SELECT toInt8(-128) * -1 AS r, toTypeName(r);
SELECT 0 - 1 AS r, toTypeName(r);
SELECT intDiv(7, 0) AS r, toTypeName(r); -- { serverError ILLEGAL_DIVISION }
SELECT intDiv(-128::Int8, -1::Int8) AS r, toTypeName(r); -- { serverError ILLEGAL_DIVISION }
SELECT 7 % 0 AS r, toTypeName(r); -- { serverError ILLEGAL_DIVISION }
SELECT intDiv(materialize(1), materialize(0)) AS r, toTypeName(r); -- { serverError ILLEGAL_DIVISION }
SELECT 'a' + 1 AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT [1] + 1 AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT '1' + 1 AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT today() + today() AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
