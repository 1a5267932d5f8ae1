SELECT toInt32('123') AS r, toTypeName(r);
SELECT toInt32('-5') AS r, toTypeName(r);
SELECT toInt32('abc') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
SELECT toInt32('') AS r, toTypeName(r); -- { serverError ATTEMPT_TO_READ_AFTER_EOF }
SELECT toInt32('12x') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
SELECT toInt32(1.9) AS r, toTypeName(r);
SELECT toInt32(-1.9) AS r, toTypeName(r);
SELECT toInt32OrZero('abc') AS r, toTypeName(r);
SELECT toInt32OrZero('12') AS r, toTypeName(r);
SELECT toInt32OrNull('abc') AS r, toTypeName(r);
SELECT toInt32OrNull('12') AS r, toTypeName(r);
SELECT toInt32OrDefault('abc', 5::Int32) AS r, toTypeName(r);
SELECT toUInt8OrZero('256') AS r, toTypeName(r);
SELECT toUInt8OrNull('300') AS r, toTypeName(r);
SELECT toInt8OrNull('-129') AS r, toTypeName(r);
SELECT toFloat64('1.5') AS r, toTypeName(r);
SELECT toFloat64('abc') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_NUMBER }
SELECT toFloat64OrZero('abc') AS r, toTypeName(r);
SELECT toFloat64OrNull('1e3') AS r, toTypeName(r);
SELECT toFloat32OrNull('') AS r, toTypeName(r);
SELECT toInt64('9223372036854775808') AS r, toTypeName(r);
SELECT toInt64OrNull('9223372036854775807') AS r, toTypeName(r);
SELECT toInt32(NULL) AS r, toTypeName(r);
SELECT toInt32(toDate('2024-01-01')) AS r, toTypeName(r);
SELECT toUInt32(toDateTime('2024-01-01 00:00:00', 'UTC')) AS r, toTypeName(r);
SELECT toInt32('  1') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
SELECT toInt32('1 ') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
SELECT toInt32('+1') AS r, toTypeName(r);
