package io.millrace.pipeline.operator.fill;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.Optional;

/**
 * One filled column of ORDER BY: its values as whole numbers in raw units or as floating-point numbers. NULL and NaN are no values. Immutable.
 */
public final class FillKey {
    private final int column;
    private final DataType type;
    private final boolean descending;
    private final boolean signed;
    private final boolean real;
    private final Optional<Value> from;
    private final Optional<Value> to;
    private final FillStep step;

    /** A value, of which the one or the other half counts. */
    record Value(long whole, double real) {}

    /**
     * @param from the first value that has to be there, as one row of the column's type without Nullable; default is the first row's
     * @param to where filling stops, exclusive; default is the last row's
     */
    public FillKey(
            int column, DataType type, boolean descending, Optional<Column> from, Optional<Column> to, FillStep step) {
        this.column = column;
        this.type = Types.bare(type);
        this.descending = descending;
        this.signed = ValueOrder.isSigned(this.type);
        this.real = this.type instanceof DataType.FloatType;
        this.step = step;
        this.from = from.flatMap(c -> at(c.plain(), 0));
        this.to = to.flatMap(c -> at(c.plain(), 0));
        if (this.from.isPresent() && this.to.isPresent() && isBefore(this.to.get(), this.from.get())) {
            throw new DbException(
                    ErrorCode.INVALID_WITH_FILL_EXPRESSION,
                    descending
                            ? "WITH FILL TO value cannot be greater than FROM value for sorting in descending direction"
                            : "WITH FILL TO value cannot be less than FROM value for sorting in ascending direction");
        }
    }

    int column() {
        return column;
    }

    Optional<Value> from() {
        return from;
    }

    Optional<Value> to() {
        return to;
    }

    /** The value of a row, unless it is NULL or NaN. */
    Optional<Value> at(Column values, int row) {
        return switch (values) {
            case NullableColumn c -> c.nulls()[row] != 0 ? Optional.empty() : at(c.values(), row);
            case FloatColumn c -> number(c.values()[row]);
            case DoubleColumn c -> number(c.values()[row]);
            case ByteColumn c -> whole(signed ? c.values()[row] : c.values()[row] & 0xFF);
            case ShortColumn c -> whole(signed ? c.values()[row] : c.values()[row] & 0xFFFF);
            case IntColumn c -> whole(signed ? c.values()[row] : c.values()[row] & 0xFFFFFFFFL);
            case LongColumn c -> whole(c.values()[row]);
            default -> throw notFillable();
        };
    }

    private static Optional<Value> number(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(new Value(0, value));
    }

    private static Optional<Value> whole(long value) {
        return Optional.of(new Value(value, 0));
    }

    /** Whether a stands before b in the order. */
    boolean isBefore(Value a, Value b) {
        int order = real ? Double.compare(a.real(), b.real()) : Long.compare(a.whole(), b.whole());
        return descending ? order > 0 : order < 0;
    }

    boolean isSame(Value a, Value b) {
        return real ? a.real() == b.real() : a.whole() == b.whole();
    }

    Value after(Value value) {
        return real ? new Value(0, value.real() + step.real()) : new Value(step.after(value.whole()), 0);
    }

    void append(Value value, ColumnBuilder builder) {
        switch (builder) {
            case NullableColumn.Builder b -> {
                b.appendNotNull();
                append(value, b.values());
            }
            case ByteColumn.Builder b -> b.append((byte) value.whole());
            case ShortColumn.Builder b -> b.append((short) value.whole());
            case IntColumn.Builder b -> b.append((int) value.whole());
            case LongColumn.Builder b -> b.append(value.whole());
            case FloatColumn.Builder b -> b.append((float) value.real());
            case DoubleColumn.Builder b -> b.append(value.real());
            default -> throw notFillable();
        }
    }

    private DbException notFillable() {
        return new DbException(
                ErrorCode.INVALID_WITH_FILL_EXPRESSION,
                "WITH FILL cannot be used with a column of type " + type.name());
    }
}
