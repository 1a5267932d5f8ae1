SELECT toDateTime(5, 1, 'UTC') AS r, toTypeName(r);
SELECT toDateTime('2020-01-01 00:00:00', 3, 'UTC') AS r, toTypeName(r);
SELECT toDateTime(materialize('2020-01-01 00:00:00.5'), 3, 'UTC') AS r, toTypeName(r);
SELECT toDateTime('2020-01-01 00:00:00', 30); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT toTimeZone(toDateTime(0, 'UTC'), 1); -- { serverError ILLEGAL_COLUMN }
SELECT toTimeZone(toDateTime(0, 'UTC'), 'Asia/Tokyo');
SELECT plus(1)(2, 3); -- { serverError FUNCTION_CANNOT_HAVE_PARAMETERS }
SELECT nosuch(1)(2); -- { serverError UNKNOWN_FUNCTION }
