package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.net.pgwire.PgType;
import io.millrace.net.pgwire.ValueReader;
import io.millrace.net.pgwire.ValueWriter;
import io.millrace.net.pgwire.WireOptions;
import io.millrace.net.pgwire.WireType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A parameter's value as a column of one row. Immutable. */
record ParameterValue(DataType type, Column value) {
    private static final int MAX_PRECISION = 76;

    static ParameterValue ofNull(Command.Parameter parameter) {
        DataType type =
                Types.nullable(parameter.type().filter(Types::canBeInNullable).orElse(Types.STRING));
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        builder.appendDefault();
        return new ParameterValue(type, builder.build());
    }

    /**
     * Reads a value as a client has sent it.
     *
     * @param format 0 text, 1 binary
     */
    static ParameterValue read(
            Command.Parameter parameter, int format, byte[] bytes, int from, int length, WireOptions options) {
        ValueReader reader = new ValueReader(options);
        DataType type = parameter.type().orElseGet(() -> number(parameter, format, bytes, from, length, reader));
        type = Types.withoutNullable(type);
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        if (format == 0 && parameter.wire().equals(WireType.of(PgType.BYTEA))) {
            byte[] raw = ByteaText.decode(Arrays.copyOfRange(bytes, from, from + length));
            reader.text(type, raw, 0, raw.length, builder);
        } else if (format == 0) {
            reader.text(type, bytes, from, from + length, builder);
        } else {
            reader.binary(parameter.wire(), type, bytes, from, length, builder);
        }
        return new ParameterValue(type, builder.build());
    }

    /** The decimal type that holds all digits of a number. */
    private static DataType number(
            Command.Parameter parameter, int format, byte[] bytes, int from, int length, ValueReader reader) {
        String text;
        if (format == 0) {
            text = new String(bytes, from, length, StandardCharsets.US_ASCII).strip();
        } else {
            ColumnBuilder digits = ColumnBuilder.of(Types.STRING, 1);
            reader.binary(parameter.wire(), Types.STRING, bytes, from, length, digits);
            text = ((io.millrace.data.column.StringColumn) digits.build()).text(0);
        }
        try {
            BigDecimal value = new BigDecimal(text);
            int scale = Math.max(0, Math.min(value.scale(), MAX_PRECISION));
            int precision = Math.max(value.precision() - value.scale() + scale, scale);
            if (scale == 0 && value.toBigIntegerExact().bitLength() < 64) {
                return Types.INT64;
            }
            return new DataType.DecimalType(Math.clamp(precision, 1, MAX_PRECISION), scale);
        } catch (NumberFormatException | ArithmeticException e) {
            return Types.FLOAT64;
        } catch (DbException e) {
            return Types.FLOAT64;
        }
    }

    Expression.Constant constant() {
        return new Expression.Constant(type, value);
    }

    /** The value as text; empty for NULL. */
    Optional<String> text(WireOptions options) {
        ValueWriter writer = ValueWriter.text(type, WireType.of(type), options);
        writer.bind(value);
        if (writer.isNull(0)) {
            return Optional.empty();
        }
        ByteSink out = new ByteSink();
        writer.write(0, out);
        return Optional.of(new String(out.array(), 0, out.size(), StandardCharsets.UTF_8));
    }
}
