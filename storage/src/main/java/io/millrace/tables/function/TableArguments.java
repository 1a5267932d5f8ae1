package io.millrace.tables.function;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The constant arguments of a table function, read as what the function expects. Immutable. */
record TableArguments(String function, List<Argument> arguments) {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(64);

    int size() {
        return arguments.size();
    }

    DataType type(int index) {
        return arguments.get(index).type();
    }

    /** The value of an argument, one row in its plain layout. */
    Column value(int index) {
        return arguments
                .get(index)
                .requireConstant(function, "argument " + (index + 1))
                .plain();
    }

    boolean isText(int index) {
        return Types.isStringLike(Types.withoutLowCardinality(type(index)));
    }

    /** A text; anything else is BAD_ARGUMENTS. */
    String text(int index, String what) {
        return new String(bytes(index, what), StandardCharsets.UTF_8);
    }

    /** The bytes of a text. */
    byte[] bytes(int index, String what) {
        if (value(index) instanceof StringColumn text) {
            return text.copyOf(0);
        }
        throw new DbException(
                ErrorCode.BAD_ARGUMENTS,
                "Argument '" + what + "' of table function " + function + " must be a string, got "
                        + type(index).name());
    }

    /** A whole number from 0 to 2^64 - 1. */
    long unsigned(int index) {
        BigInteger number = whole(index);
        if (number.signum() < 0 || number.compareTo(LIMIT) >= 0) {
            throw notRepresentable(number.toString(), "UInt64");
        }
        return number.longValue();
    }

    /** A whole number from -2^63 to 2^63 - 1. */
    long signed(int index) {
        BigInteger number = whole(index);
        if (number.bitLength() > 63) {
            throw notRepresentable(number.toString(), "Int64");
        }
        return number.longValue();
    }

    /** A whole number as a literal of type UInt64 is; anything else is BAD_ARGUMENTS. NULL is the default. */
    long optionalUnsigned(int index, String what, long byDefault) {
        Optional<BigInteger> number = integer(index);
        if (number.isEmpty() && value(index).isNull(0)) {
            return byDefault;
        }
        return number.filter(n -> n.signum() >= 0 && n.compareTo(LIMIT) < 0)
                .orElseThrow(() -> new DbException(
                        ErrorCode.BAD_ARGUMENTS,
                        "Argument '" + what + "' must be a literal with type UInt64, got "
                                + type(index).name() + "."))
                .longValue();
    }

    private BigInteger whole(int index) {
        Optional<BigInteger> integer = integer(index);
        if (integer.isPresent()) {
            return integer.get();
        }
        double value = switch (value(index)) {
            case DoubleColumn d -> d.values()[0];
            case FloatColumn f -> f.values()[0];
            default ->
                throw new DbException(
                        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                        "Illegal type " + type(index).name() + " expression, must be numeric type");
        };
        if (value != Math.rint(value) || Double.isInfinite(value)) {
            throw notRepresentable(Double.toString(value), "UInt64");
        }
        return new BigDecimal(value).toBigInteger();
    }

    private static DbException notRepresentable(String value, String type) {
        return new DbException(
                ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "The value " + value + " is not representable as " + type);
    }

    private Optional<BigInteger> integer(int index) {
        Column column = value(index);
        if (column instanceof NullableColumn nullable) {
            if (nullable.isNull(0)) {
                return Optional.empty();
            }
            column = nullable.values();
        }
        boolean signed = switch (Types.bare(type(index))) {
            case DataType.IntegerType i -> i.signed();
            case DataType.BoolType b -> false;
            default -> true;
        };
        if (!(Types.bare(type(index)) instanceof DataType.IntegerType)
                && !Types.bare(type(index)).equals(Types.BOOL)) {
            return Optional.empty();
        }
        return switch (column) {
            case ByteColumn c -> Optional.of(BigInteger.valueOf(signed ? c.values()[0] : c.values()[0] & 0xFF));
            case ShortColumn c -> Optional.of(BigInteger.valueOf(signed ? c.values()[0] : c.values()[0] & 0xFFFF));
            case IntColumn c -> Optional.of(BigInteger.valueOf(signed ? c.values()[0] : c.values()[0] & 0xFFFF_FFFFL));
            case LongColumn c ->
                Optional.of(
                        signed
                                ? BigInteger.valueOf(c.values()[0])
                                : new BigInteger(Long.toUnsignedString(c.values()[0])));
            case WideColumn c -> Optional.of(signed ? c.signed(0) : c.unsigned(0));
            default -> Optional.empty();
        };
    }

    /** NUMBER_OF_ARGUMENTS_DOESNT_MATCH. */
    static DbException wrongCount(String message) {
        return new DbException(ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH, message);
    }
}
