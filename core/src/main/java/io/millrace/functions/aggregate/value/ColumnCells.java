package io.millrace.functions.aggregate.value;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.serde.Serialization;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values of any type, each a column of one row: for tuples, arrays and wide numbers. */
final class ColumnCells implements ValueCells {
    private final DataType type;
    private final ValueOrder order;
    private final Serialization serialization;
    private @Nullable Column[] values = {};

    ColumnCells(DataType type) {
        this.type = type;
        order = ValueOrder.of(type);
        serialization = Serialization.of(type, StateFormats.NONE);
    }

    @Override
    public void resize(int groups) {
        if (groups > values.length) {
            values = Arrays.copyOf(values, Growth.capacity(values.length, groups));
        }
    }

    @Override
    public boolean has(int group) {
        return values[group] != null;
    }

    @Override
    public void set(int group, Column column, int row) {
        values[group] = column.gather(new int[] {row}, 1);
    }

    @Override
    public void copy(int group, ValueCells other, int otherGroup) {
        values[group] = ((ColumnCells) other).values[otherGroup];
    }

    private Column value(int group) {
        Column value = values[group];
        return value == null ? defaultValue() : value;
    }

    private Column defaultValue() {
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        builder.appendDefault();
        return builder.build();
    }

    @Override
    public int compare(int group, Column column, int row) {
        return order.compare(value(group), 0, column, row, 1);
    }

    @Override
    public int compare(int group, ValueCells other, int otherGroup) {
        return order.compare(value(group), 0, ((ColumnCells) other).value(otherGroup), 0, 1);
    }

    @Override
    public Column column(int from, int to) {
        ColumnBuilder builder = ColumnBuilder.of(type, to - from);
        for (int group = from; group < to; group++) {
            Column value = values[group];
            if (value == null) {
                builder.appendDefault();
            } else {
                builder.append(value, 0);
            }
        }
        return builder.build();
    }

    @Override
    public void write(int group, ByteSink out) {
        Column value = values[group];
        out.putByte(value == null ? 0 : 1);
        if (value != null) {
            serialization.writeRow(value, 0, out);
        }
    }

    @Override
    public void read(int group, ByteSource in) {
        if (in.getByte() == 0) {
            values[group] = null;
            return;
        }
        ColumnBuilder builder = ColumnBuilder.of(type, 1);
        serialization.readRow(in, builder);
        values[group] = builder.build();
    }

    @Override
    public long sizeBytes() {
        Column sample = values.length == 0 ? null : values[0];
        return values.length * (8L + (sample == null ? 48 : 64 + sample.sizeBytes()));
    }
}
