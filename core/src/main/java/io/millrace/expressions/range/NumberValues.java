package io.millrace.expressions.range;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Single numbers out of columns, exactly: for comparing keys with constants of other types. */
final class NumberValues {
    private NumberValues() {}

    /** The value of an integer column with its sign as stored, widened to 64 bits by sign. */
    static long rawLong(Column column, int row) {
        return switch (column) {
            case ByteColumn c -> c.values()[row];
            case ShortColumn c -> c.values()[row];
            case IntColumn c -> c.values()[row];
            case LongColumn c -> c.values()[row];
            default -> 0;
        };
    }

    /** A number of any type; empty for NaN, infinities and what is no number. */
    static Optional<BigDecimal> exact(DataType type, Column column, int row) {
        boolean signed = ValueOrder.isSigned(type);
        return switch (column) {
            case ByteColumn c -> whole(signed ? c.values()[row] : c.values()[row] & 0xFFL, type);
            case ShortColumn c -> whole(signed ? c.values()[row] : c.values()[row] & 0xFFFFL, type);
            case IntColumn c -> whole(signed ? c.values()[row] : c.values()[row] & 0xFFFF_FFFFL, type);
            case LongColumn c -> {
                long value = c.values()[row];
                yield signed || value >= 0
                        ? whole(value, type)
                        : Optional.of(new BigDecimal(new BigInteger(Long.toUnsignedString(value))));
            }
            case WideColumn c -> Optional.of(new BigDecimal(signed ? c.signed(row) : c.unsigned(row), scale(type)));
            case FloatColumn c -> floating(c.values()[row]);
            case DoubleColumn c -> floating(c.values()[row]);
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> whole(long value, DataType type) {
        return Optional.of(BigDecimal.valueOf(value, scale(type)));
    }

    private static int scale(DataType type) {
        return type instanceof DataType.DecimalType d ? d.scale() : 0;
    }

    private static Optional<BigDecimal> floating(double value) {
        return Double.isFinite(value) ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    static Optional<Double> asDouble(DataType type, Column column, int row) {
        return exact(type, column, row).map(BigDecimal::doubleValue);
    }
}
