SELECT x, bitShiftRight(x, 3) AS r, toTypeName(r) FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615]) AS x);
SELECT bitShiftRight(x, 3) AS r FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615, NULL]) AS x);
SELECT x, bitCount(x) AS r, toTypeName(r) FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615]) AS x);
SELECT bitCount(x) AS r FROM (SELECT arrayJoin([0, 1, 2, 3, 10, 255, 256, 65535, 4294967295, 18446744073709551615, NULL]) AS x);
SELECT bitAnd(12, 10) AS r, toTypeName(r);
SELECT bitOr(12, 10) AS r, toTypeName(r);
SELECT bitXor(12, 10) AS r, toTypeName(r);
SELECT bitNot(toUInt8(1)) AS r, toTypeName(r);
SELECT bitShiftLeft(toUInt8(255), 1) AS r, toTypeName(r);
SELECT bitShiftLeft(1, 63) AS r, toTypeName(r);
SELECT bitShiftRight(toInt8(-8), 1) AS r, toTypeName(r);
SELECT bitTest(43, 1) AS r, toTypeName(r);
SELECT bitTestAll(43, 0, 1, 3, 5) AS r, toTypeName(r);
SELECT bitTestAny(43, 0, 2) AS r, toTypeName(r);
SELECT bitRotateLeft(toUInt8(129), 1) AS r, toTypeName(r);
SELECT bitRotateRight(toUInt8(129), 1) AS r, toTypeName(r);
SELECT bitHammingDistance(1, 6) AS r, toTypeName(r);
SELECT bitAnd(1.5, 1) AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT bitAnd('a', 1) AS r, toTypeName(r); -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT bitShiftLeft(1, -1) AS r, toTypeName(r); -- { serverError ARGUMENT_OUT_OF_BOUND }
SELECT byteSwap(toUInt16(258)) AS r, toTypeName(r);
