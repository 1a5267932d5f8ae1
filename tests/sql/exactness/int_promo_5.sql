SELECT exp10(2) AS r, toTypeName(r);
SELECT pow(2,0.5) AS r, toTypeName(r);
SELECT sqrt(2) AS r, toTypeName(r);
SELECT log(0) AS r, toTypeName(r);
SELECT log(-1) AS r, toTypeName(r);
SELECT cbrt(27) AS r, toTypeName(r);
SELECT erf(1) AS r, toTypeName(r);
SELECT lgamma(10) AS r, toTypeName(r);
SELECT tgamma(5) AS r, toTypeName(r);
SELECT factorial(20) AS r, toTypeName(r);
SELECT sin(1) AS r, toTypeName(r);
SELECT cos(1) AS r, toTypeName(r);
SELECT tan(1) AS r, toTypeName(r);
SELECT atan2(1,2) AS r, toTypeName(r);
SELECT hypot(3,4) AS r, toTypeName(r);
SELECT exp(1) AS r, toTypeName(r);
SELECT log2(8) AS r, toTypeName(r);
SELECT log10(1000) AS r, toTypeName(r);
SELECT sigmoid(1) AS r, toTypeName(r);
SELECT degrees(pi()) AS r, toTypeName(r);
SELECT pi() AS r, toTypeName(r);
SELECT e() AS r, toTypeName(r);
SELECT toInt64(-9223372036854775808)%-1 AS r, toTypeName(r); -- { serverError ILLEGAL_DIVISION }
SELECT toInt32(nan) AS r, toTypeName(r); -- { serverError CANNOT_CONVERT_TYPE }
SELECT toInt64(inf) AS r, toTypeName(r); -- { serverError CANNOT_CONVERT_TYPE }
SELECT toUInt8('12 ') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_TEXT }
SELECT toUInt8('-1') AS r, toTypeName(r); -- { serverError CANNOT_PARSE_NUMBER }
