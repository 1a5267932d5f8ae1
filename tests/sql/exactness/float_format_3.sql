SELECT toFloat32(123456789) AS r, toTypeName(r);
SELECT toFloat32(1e-7) AS r, toTypeName(r);
SELECT toFloat32(-0.0) AS r, toTypeName(r);
SELECT toFloat32(nan) AS r, toTypeName(r);
SELECT toBFloat16(1.1) AS r, toTypeName(r);
SELECT toBFloat16(3.14159) AS r, toTypeName(r);
SELECT toFloat64('1e5') AS r, toTypeName(r);
SELECT toFloat64('1.') AS r, toTypeName(r);
SELECT toFloat64('.5') AS r, toTypeName(r);
SELECT toFloat64('+1') AS r, toTypeName(r);
SELECT toFloat64('nan') AS r, toTypeName(r);
SELECT toFloat64('NaN') AS r, toTypeName(r);
SELECT toFloat64('Infinity') AS r, toTypeName(r);
SELECT toFloat64('-inf') AS r, toTypeName(r);
SELECT toFloat64('123456789012345678901234567890') AS r, toTypeName(r);
SELECT toFloat64('0.1000000000000000055511151231257827') AS r, toTypeName(r);
SELECT toFloat64('1e400') AS r, toTypeName(r);
SELECT toFloat64('2.2250738585072011e-308') AS r, toTypeName(r);
SELECT toFloat64OrNull('x') AS r, toTypeName(r);
SELECT toFloat32('16777217') AS r, toTypeName(r);
SELECT toFloat32('0.1')::Float64 AS r, toTypeName(r);
SELECT toFloat64('0x1p3') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
SELECT toFloat64('1_000') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
SELECT toFloat64('') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_NUMBER }
