package io.millrace.pipeline.operator.fill;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
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
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Transform;
import java.util.Optional;

/**
 * ORDER BY column WITH FILL on a serial stream sorted by the column: puts rows where values are missing; their other columns have defaults. Numbers, dates and times
 * in their raw units; NULL and NaN pass as they are. Owned by one driver.
 */
public final class FillTransform implements Transform {
    private static final int MAX_ROWS_AT_ONCE = Block.DEFAULT_ROWS;

    private final Header header;
    private final int column;
    private final boolean descending;
    private final DataType type;
    private final boolean signed;
    private final boolean real;
    private final Optional<Long> to;
    private final Optional<Double> toReal;
    private final long step;
    private final EvaluationContext context;
    private boolean begun;
    /** The next value that should be there. */
    private long next;

    private double nextReal;
    private boolean any;

    private FillTransform(
            Header header,
            int column,
            boolean descending,
            Optional<Column> from,
            Optional<Column> to,
            long step,
            EvaluationContext context) {
        this.header = header;
        this.column = column;
        this.descending = descending;
        this.type = Types.bare(header.type(column));
        this.signed = ValueOrder.isSigned(type);
        this.real = type instanceof DataType.FloatType;
        this.step = step;
        this.context = context;
        if ((step < 0) != descending || step == 0) {
            throw new DbException(
                    ErrorCode.INVALID_WITH_FILL_EXPRESSION,
                    "STEP value must be " + (descending ? "negative for DESC" : "positive for ASC") + ", not " + step);
        }
        this.toReal = real ? to.map(c -> realAt(c.plain(), 0)) : Optional.empty();
        this.to = real ? Optional.empty() : to.map(c -> valueAt(c.plain(), 0));
        if (from.isPresent()) {
            any = true;
            if (real) {
                nextReal = realAt(from.get().plain(), 0);
            } else {
                next = valueAt(from.get().plain(), 0);
            }
        }
    }

    /**
     * @param from the first value that has to be there, as one row of the column's type without Nullable; default is the first row's
     * @param to where filling stops, exclusive; default is the last row's
     * @param step distance of values in raw units, negative for descending order
     */
    public static Transform.Factory factory(
            Header header,
            int column,
            boolean descending,
            Optional<Column> from,
            Optional<Column> to,
            long step,
            EvaluationContext context) {
        return driver -> new FillTransform(header, column, descending, from, to, step, context);
    }

    @Override
    public Demand accept(Block block, Output next) {
        Column values = block.column(column).plain();
        Rows rows = new Rows(block.rows() * 2);
        begun = true;
        for (int i = 0; i < block.rows(); i++) {
            if (!isMissing(values, i)) {
                fillUpTo(values, i, rows, next);
            }
            rows.add(block, i);
            if (rows.count >= MAX_ROWS_AT_ONCE && rows.flush(next) instanceof Demand.Enough) {
                return Demand.ENOUGH;
            }
        }
        return rows.flush(next);
    }

    private static boolean isMissing(Column values, int row) {
        if (values instanceof NullableColumn nullable) {
            return nullable.nulls()[row] != 0 || isMissing(nullable.values(), row);
        }
        return values instanceof DoubleColumn d && Double.isNaN(d.values()[row])
                || values instanceof FloatColumn f && Float.isNaN(f.values()[row]);
    }

    private void fillUpTo(Column values, int row, Rows rows, Output output) {
        if (real) {
            double value = realAt(values, row);
            while (any && (descending ? nextReal > value : nextReal < value)) {
                rows.addFilled();
                rows.flushIfFull(output);
                nextReal += step;
            }
            if (!any || nextReal == value) {
                nextReal = value + step;
            }
        } else {
            long value = valueAt(values, row);
            while (any && (descending ? next > value : next < value)) {
                rows.addFilled();
                rows.flushIfFull(output);
                next += step;
            }
            if (!any || next == value) {
                next = value + step;
            }
        }
        any = true;
    }

    @Override
    public void finish(Output output) {
        if (!any || !begun && to.isEmpty() && toReal.isEmpty()) {
            return;
        }
        Rows rows = new Rows(1024);
        if (toReal.isPresent()) {
            double end = toReal.get();
            while (descending ? nextReal > end : nextReal < end) {
                rows.addFilled();
                rows.flushIfFull(output);
                nextReal += step;
            }
        }
        if (to.isPresent()) {
            long end = to.get();
            while (descending ? next > end : next < end) {
                rows.addFilled();
                rows.flushIfFull(output);
                next += step;
            }
        }
        rows.flush(output);
    }

    private long valueAt(Column values, int row) {
        return switch (values) {
            case NullableColumn c -> valueAt(c.values(), row);
            case ByteColumn c -> signed ? c.values()[row] : c.values()[row] & 0xFF;
            case ShortColumn c -> signed ? c.values()[row] : c.values()[row] & 0xFFFF;
            case IntColumn c -> signed ? c.values()[row] : c.values()[row] & 0xFFFFFFFFL;
            case LongColumn c -> c.values()[row];
            default -> throw notFillable();
        };
    }

    private double realAt(Column values, int row) {
        return switch (values) {
            case NullableColumn c -> realAt(c.values(), row);
            case FloatColumn c -> c.values()[row];
            case DoubleColumn c -> c.values()[row];
            default -> throw notFillable();
        };
    }

    private DbException notFillable() {
        return new DbException(
                ErrorCode.INVALID_WITH_FILL_EXPRESSION,
                "WITH FILL cannot be used with a column of type " + type.name());
    }

    private void appendValue(ColumnBuilder builder) {
        switch (builder) {
            case NullableColumn.Builder b -> {
                b.appendNotNull();
                appendValue(b.values());
            }
            case ByteColumn.Builder b -> b.append((byte) next);
            case ShortColumn.Builder b -> b.append((short) next);
            case IntColumn.Builder b -> b.append((int) next);
            case LongColumn.Builder b -> b.append(next);
            case FloatColumn.Builder b -> b.append((float) nextReal);
            case DoubleColumn.Builder b -> b.append(nextReal);
            default -> throw notFillable();
        }
    }

    /** Output rows that are being collected. */
    private final class Rows {
        private ColumnBuilder[] builders;
        private int count;

        Rows(int expected) {
            builders = header.newBuilders(expected);
        }

        void add(Block block, int row) {
            for (int c = 0; c < builders.length; c++) {
                builders[c].append(block.column(c), row);
            }
            count++;
        }

        void addFilled() {
            for (int c = 0; c < builders.length; c++) {
                if (c == column) {
                    appendValue(builders[c]);
                } else {
                    builders[c].appendDefault();
                }
            }
            count++;
        }

        void flushIfFull(Output output) {
            if (count >= MAX_ROWS_AT_ONCE) {
                context.cancellation().check();
                flush(output);
            }
        }

        Demand flush(Output output) {
            if (count == 0) {
                return Demand.MORE;
            }
            Block block = Block.of(header, builders);
            builders = header.newBuilders(1024);
            count = 0;
            return output.accept(block);
        }
    }
}
