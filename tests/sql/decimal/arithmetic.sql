SELECT toDecimal32('1.23', 2) + toDecimal32('1.1', 1) AS r, toTypeName(r);
SELECT toDecimal32('1.23', 2) * toDecimal32('1.1', 1) AS r, toTypeName(r);
SELECT toDecimal32('1.00', 2) / toDecimal32('3', 0) AS r, toTypeName(r);
SELECT toDecimal64('1', 4) / 3 AS r, toTypeName(r);
SELECT toDecimal32('1.5', 1) - 2 AS r, toTypeName(r);
SELECT toDecimal32('5.5', 1) % 2 AS r, toTypeName(r);
SELECT -toDecimal32('1.5', 1) AS r, toTypeName(r);
SELECT abs(toDecimal32('-1.5', 1)) AS r, toTypeName(r);
SELECT toDecimal32('1.5', 1) + 1.5 AS r, toTypeName(r);
SELECT toDecimal32('1.5', 1) * 2 AS r, toTypeName(r);
SELECT toDecimal64('99999999999.99', 2) * 10 AS r, toTypeName(r);
SELECT toDecimal128('1', 30) AS r, toTypeName(r);
SELECT toDecimal128('99999999999999999999999999999999999999', 0) AS r, toTypeName(r);
SELECT toDecimal128('99999999999999999999999999999999999999', 0) + 1 AS r, toTypeName(r);
SELECT toDecimal32('9999999.99', 2) AS r, toTypeName(r);
SELECT toDecimal32('99999999.99', 2) AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT toDecimal32(1.999, 2) AS r, toTypeName(r);
SELECT toDecimal32('1.999', 2) AS r, toTypeName(r);
SELECT toDecimal32('abc', 2) AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
SELECT toDecimal32OrNull('abc', 2) AS r, toTypeName(r);
SELECT toDecimal32OrZero('abc', 2) AS r, toTypeName(r);
SELECT toDecimal64(toDecimal32('1.5', 1), 4) AS r, toTypeName(r);
SELECT toDecimal32(toDecimal64('1.5678', 4), 2) AS r, toTypeName(r);
SELECT toInt32(toDecimal32('1.9', 1)) AS r, toTypeName(r);
SELECT toFloat64(toDecimal32('1.9', 1)) AS r, toTypeName(r);
