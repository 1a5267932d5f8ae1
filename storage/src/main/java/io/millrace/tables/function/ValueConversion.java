package io.millrace.tables.function;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Converts single literals to the types of columns, as ClickHouse does in VALUES: exactly or not at all. Different types meet in their text. Immutable. */
final class ValueConversion {
    private final TextOptions options;

    ValueConversion(TimeZone zone) {
        options = TextOptions.defaults(zone);
    }

    /**
     * Appends the one value of a column.
     *
     * @throws DbException TYPE_MISMATCH or ARGUMENT_OUT_OF_BOUND
     */
    void append(Column value, DataType from, DataType to, ColumnBuilder builder) {
        if (from.equals(to)) {
            builder.append(value, 0);
            return;
        }
        if (value.isNull(0)) {
            if (!to.isNullable()) {
                throw new DbException(ErrorCode.TYPE_MISMATCH, "Cannot convert NULL to " + to.name());
            }
            builder.appendDefault();
            return;
        }
        if (value instanceof NullableColumn nullable) {
            append(nullable.values(), Types.withoutNullable(from), to, builder);
            return;
        }
        byte[] text = text(value, from);
        if (Types.bare(to) instanceof DataType.IntegerType integer && Types.isNumber(from)) {
            checkRange(text, from, integer);
        }
        TextReader reader = TextReader.of(to, TextStyle.RAW, options);
        reader.bind(builder);
        int rows = builder.rows();
        try {
            reader.append(text, 0, text.length);
        } catch (DbException e) {
            builder.truncate(rows);
            throw new DbException(
                    ErrorCode.TYPE_MISMATCH,
                    Types.isStringLike(from)
                            ? "Cannot convert string '" + new String(text, StandardCharsets.UTF_8) + "' to type "
                                    + to.name()
                            : "Type mismatch in IN or VALUES section. Expected: " + to.name() + ". Got: "
                                    + from.name());
        }
    }

    private byte[] text(Column value, DataType type) {
        ByteSink out = new ByteSink();
        TextWriter writer = TextWriter.of(type, TextStyle.RAW, options);
        writer.bind(value);
        writer.write(0, out);
        return out.toByteArray();
    }

    private static void checkRange(byte[] text, DataType from, DataType.IntegerType to) {
        String shown = new String(text, StandardCharsets.US_ASCII);
        BigInteger number;
        try {
            number = from.equals(Types.BOOL) ? BigInteger.ZERO : new BigDecimal(shown).toBigIntegerExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw outOfBound(shown, from, to);
        }
        boolean fits =
                to.signed() ? number.bitLength() < to.bits() : number.signum() >= 0 && number.bitLength() <= to.bits();
        if (!fits) {
            throw outOfBound(shown, from, to);
        }
    }

    private static DbException outOfBound(String value, DataType from, DataType to) {
        return new DbException(
                ErrorCode.ARGUMENT_OUT_OF_BOUND,
                "Cannot convert value '" + value + "' from " + from.name() + ": it cannot be represented as "
                        + to.name());
    }
}
