SELECT CAST(1 AS Nosuch); -- { serverError UNKNOWN_TYPE }
SELECT 1::UInt7; -- { serverError UNKNOWN_TYPE }
CREATE TABLE t (a Nosuch) ENGINE = Memory; -- { serverError UNKNOWN_TYPE }
CREATE TABLE t (a FixedString) ENGINE = Memory; -- { serverError NUMBER_OF_ARGUMENTS_DOESNT_MATCH }
CREATE TABLE t (a FixedString(0)) ENGINE = Memory; -- { serverError UNEXPECTED_AST_STRUCTURE }
CREATE TABLE t (a Nullable(Array(UInt8))) ENGINE = Memory; -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
CREATE TABLE t (a Nullable(Nullable(UInt8))) ENGINE = Memory; -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
CREATE TABLE t (a LowCardinality(Array(UInt8))) ENGINE = Memory; -- { serverError ILLEGAL_TYPE_OF_ARGUMENT }
CREATE TABLE t (a Decimal(100, 2)) ENGINE = Memory; -- { serverError ARGUMENT_OUT_OF_BOUND }
CREATE TABLE t (a Decimal(5, 6)) ENGINE = Memory; -- { serverError ARGUMENT_OUT_OF_BOUND }
CREATE TABLE t (a DateTime64(12)) ENGINE = Memory; -- { serverError ARGUMENT_OUT_OF_BOUND }
CREATE TABLE t (a DateTime('Mars/Base')) ENGINE = Memory; -- { serverError BAD_ARGUMENTS }
CREATE TABLE t (a Enum8('a' = 1, 'b' = 1)) ENGINE = Memory; -- { serverError SYNTAX_ERROR }
CREATE TABLE t (a Enum8('a' = 1, 'a' = 2)) ENGINE = Memory; -- { serverError SYNTAX_ERROR }
CREATE TABLE t (a Map(Nullable(String), UInt8)) ENGINE = Memory; -- { serverError BAD_ARGUMENTS }
CREATE TABLE t (a Tuple()) ENGINE = Memory;
