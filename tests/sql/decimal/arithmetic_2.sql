SELECT toString(toDecimal64('1.5000', 4)) AS r, toTypeName(r);
SELECT toDecimal32('1', 9) AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT toDecimal32('1', 10) AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT toDecimal32('-0.5', 1) AS r, toTypeName(r);
SELECT toDecimal32('.5', 1) AS r, toTypeName(r);
SELECT toDecimal32('1e2', 2) AS r, toTypeName(r);
SELECT round(toDecimal32('1.255', 3), 2) AS r, toTypeName(r);
SELECT floor(toDecimal32('-1.5', 1)) AS r, toTypeName(r);
SELECT ceil(toDecimal32('1.1', 1)) AS r, toTypeName(r);
SELECT trunc(toDecimal32('-1.9', 1)) AS r, toTypeName(r);
SELECT roundBankers(toDecimal32('2.5', 1)) AS r, toTypeName(r);
SELECT toDecimal32(1, 2) = 1 AS r, toTypeName(r);
SELECT toDecimal32('1.1', 1) > toDecimal64('1.09', 2) AS r, toTypeName(r);
SELECT toDecimal32('2', 1) IN (1, 2) AS r, toTypeName(r);
SELECT toDecimal32('1', 0) / 0 AS r, toTypeName(r); -- { serverError ILLEGAL_DIVISION }
SELECT toDecimal32('1', 2) / toDecimal32('0', 2) AS r, toTypeName(r); -- { serverError ILLEGAL_DIVISION }
SELECT intDiv(toDecimal32('7.5', 1), 2) AS r, toTypeName(r);
SELECT toDecimal64('1.1', 1) * toDecimal64('1.1', 17) * toDecimal64('1', 1) AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT least(toDecimal32('1.5', 1), 2) AS r, toTypeName(r);
SELECT sqrt(toDecimal32('4', 1)) AS r, toTypeName(r);
SELECT 1.1::Decimal(10, 5) AS r, toTypeName(r);
SELECT '1.1'::Decimal(38, 10) AS r, toTypeName(r);
SELECT toDecimal64(18446744073709551615, 0) AS r, toTypeName(r); -- { serverError DECIMAL_OVERFLOW }
SELECT multiplyDecimal(toDecimal32('1.5', 1), toDecimal32('2', 0)) AS r, toTypeName(r);
SELECT divideDecimal(toDecimal32('10', 1), toDecimal32('3', 1), 5) AS r, toTypeName(r);
