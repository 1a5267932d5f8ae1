SELECT 0 AS r, toTypeName(r);
SELECT 007 AS r, toTypeName(r);
SELECT 1_000_000 AS r, toTypeName(r);
SELECT 0xFF AS r, toTypeName(r);
SELECT 0xff_ff AS r, toTypeName(r);
SELECT 0b101 AS r, toTypeName(r);
SELECT 0o17 AS r, toTypeName(r); -- { serverError UNKNOWN_IDENTIFIER }
SELECT 1e3 AS r, toTypeName(r);
SELECT 1.5e-3 AS r, toTypeName(r);
SELECT .5 AS r, toTypeName(r); -- { serverError SYNTAX_ERROR }
SELECT 5. AS r, toTypeName(r);
SELECT -0 AS r, toTypeName(r);
SELECT -0. AS r, toTypeName(r);
SELECT +5 AS r, toTypeName(r);
SELECT - 5 AS r, toTypeName(r);
SELECT 18446744073709551616 AS r, toTypeName(r);
SELECT -9223372036854775809 AS r, toTypeName(r);
SELECT 0xFFFFFFFFFFFFFFFF AS r, toTypeName(r);
SELECT 1e400 AS r, toTypeName(r); -- { serverError SYNTAX_ERROR }
SELECT 123456789012345678901234567890 AS r, toTypeName(r);
SELECT 0x1.8p3 AS r, toTypeName(r);
SELECT inf AS r, toTypeName(r);
SELECT NaN AS r, toTypeName(r);
SELECT Infinity AS r, toTypeName(r);
SELECT 1.0 AS r, toTypeName(r);
SELECT 1.10 AS r, toTypeName(r);
SELECT 00.5 AS r, toTypeName(r);
SELECT 3e0 AS r, toTypeName(r);
SELECT 1a; -- { serverError UNKNOWN_IDENTIFIER }
SELECT 0xZZ; -- { serverError UNKNOWN_IDENTIFIER }
SELECT 1.2.3; -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
SELECT 1__0; -- { serverError UNKNOWN_IDENTIFIER }
