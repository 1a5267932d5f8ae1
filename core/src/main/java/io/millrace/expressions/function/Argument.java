package io.millrace.expressions.function;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FixedStringType;
import io.millrace.data.type.DataType.IntegerType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One argument as a function sees it when it is bound.
 *
 * @param name the column name or expression text, for error texts
 * @param type the value's type; for a lambda the type of its body
 * @param constant the value, as a column of one row, when it is known already
 * @param lambdaParameters types of the parameters when the argument is a lambda, else empty
 */
public record Argument(
        String name, DataType type, Optional<Column> constant, Optional<List<DataType>> lambdaParameters) {
    /** An argument that differs from row to row. */
    public static Argument value(String name, DataType type) {
        return new Argument(name, type, Optional.empty(), Optional.empty());
    }

    /** An argument that is the same in all rows. */
    public static Argument constant(String name, DataType type, Column oneRow) {
        return new Argument(name, type, Optional.of(oneRow), Optional.empty());
    }

    public Argument withType(DataType other, Optional<Column> otherConstant) {
        return new Argument(name, other, otherConstant, lambdaParameters);
    }

    public boolean isLambda() {
        return lambdaParameters.isPresent();
    }

    /** The constant, or ILLEGAL_COLUMN for functions that need to know a value beforehand. */
    public Column requireConstant(String function, String what) {
        return constant.orElseThrow(() -> new DbException(
                ErrorCode.ILLEGAL_COLUMN, "Argument '" + what + "' of function " + function + " must be constant"));
    }

    /** The text of a constant String or FixedString; ILLEGAL_TYPE_OF_ARGUMENT for constants of other types. */
    public String requireConstantText(String function, String what) {
        return new String(requireConstantBytes(function, what), StandardCharsets.UTF_8);
    }

    /** The bytes of a constant String or FixedString: for patterns, which need not be UTF-8. */
    public byte[] requireConstantBytes(String function, String what) {
        return switch (requireConstant(function, what).plain()) {
            case StringColumn text -> Arrays.copyOfRange(text.bytes(), text.offsets()[0], text.offsets()[1]);
            case FixedColumn text when type instanceof FixedStringType -> Arrays.copyOf(text.bytes(), text.width());
            default -> throw unfit(function, what, "String");
        };
    }

    /** The value of a constant integer of up to 64 bits; ILLEGAL_TYPE_OF_ARGUMENT for constants of other types. */
    public long requireConstantInteger(String function, String what) {
        Column value = requireConstant(function, what).plain();
        if (!(type instanceof IntegerType integer)) {
            throw unfit(function, what, "integer");
        }
        return switch (value) {
            case LongColumn c -> c.values()[0];
            case IntColumn c -> integer.signed() ? c.values()[0] : Integer.toUnsignedLong(c.values()[0]);
            case ShortColumn c -> integer.signed() ? c.values()[0] : Short.toUnsignedInt(c.values()[0]);
            case ByteColumn c -> integer.signed() ? c.values()[0] : Byte.toUnsignedInt(c.values()[0]);
            default -> throw unfit(function, what, "integer of at most 64 bits");
        };
    }

    private DbException unfit(String function, String what, String expected) {
        return new DbException(
                ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                "Illegal type " + type.name() + " of argument '" + what + "' of function " + function
                        + ", it must be a constant " + expected);
    }
}
