SELECT toInt32(toDecimal32(-1.9,1)) AS r, toTypeName(r);
SELECT CAST(toDecimal32(1.99,2),'Decimal(9,1)') AS r, toTypeName(r);
SELECT CAST(toDecimal32(-1.99,2),'Decimal(9,1)') AS r, toTypeName(r);
SELECT CAST('1.99','Decimal(9,1)') AS r, toTypeName(r);
SELECT CAST('1.95','Decimal(9,1)') AS r, toTypeName(r);
SELECT sum(toDecimal32(1.5,1)) AS r, toTypeName(r);
SELECT avg(toDecimal32(1.5,1)) AS r, toTypeName(r);
SELECT toDecimal32(5,2) > 4.99 AS r, toTypeName(r);
SELECT divideDecimal(toDecimal256(-12,0),toDecimal32(2.1,1),10) AS r, toTypeName(r);
SELECT multiplyDecimal(toDecimal256(-12,0),toDecimal32(-2.1,1),1) AS r, toTypeName(r);
SELECT intDiv(toDecimal32(7.5,1),2) AS r, toTypeName(r);
SELECT toTypeName(toDecimal32(1,1)+toDecimal128(1,2)) AS r, toTypeName(r);
SELECT least(toDecimal32(1,1),toDecimal64(2,3)) AS r, toTypeName(r);
SELECT if(1,toDecimal32(1,1),toDecimal64(2,3)) AS r, toTypeName(r);
SELECT [toDecimal32(1,1),toDecimal64(2,3)] AS r, toTypeName(r);
SELECT toDecimal32(1,1)+toUInt256(1) AS r, toTypeName(r);
SELECT toDecimal32(1,2)/toDecimal32(3,3) AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT toDecimal64(1,10)*toDecimal64(1,10) AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT toDecimal32(999999999,0)*10 AS r, toTypeName(r); -- { serverError DECIMAL_OVERFLOW }
SELECT toDecimal64(1e17::UInt64,0)*100 AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
SELECT toDecimal32('12345678.9',2) AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT toDecimal64('0.1',20) AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT toDecimal32(10,9) AS r, toTypeName(r); -- { serverError DECIMAL_OVERFLOW }
SELECT toDecimal32(7.5,1)/0 AS r, toTypeName(r); -- { serverError ILLEGAL_DIVISION }
SELECT toDecimal32(7.5,1)/toDecimal32(0,1) AS r, toTypeName(r); -- { serverError ILLEGAL_DIVISION }
