package io.millrace.functions.aggregate.value;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Layout;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.Growth;
import io.millrace.functions.aggregate.Numbers;
import java.util.Arrays;

/** Values of up to eight bytes as longs; floats as their bits. */
final class LongCells implements ValueCells {
    private final Layout layout;
    private final boolean signed;
    private final int width;
    private long[] values = {};
    private byte[] has = {};

    LongCells(DataType type) {
        layout = type.layout();
        signed = Numbers.signed(type);
        width = Numbers.width(type);
    }

    @Override
    public void resize(int groups) {
        if (groups > has.length) {
            int capacity = Growth.capacity(has.length, groups);
            values = Arrays.copyOf(values, capacity);
            has = Arrays.copyOf(has, capacity);
        }
    }

    @Override
    public boolean has(int group) {
        return has[group] != 0;
    }

    @Override
    public void set(int group, Column column, int row) {
        values[group] = ColumnReads.longAt(column, signed, row);
        has[group] = 1;
    }

    @Override
    public void copy(int group, ValueCells other, int otherGroup) {
        LongCells cells = (LongCells) other;
        values[group] = cells.values[otherGroup];
        has[group] = cells.has[otherGroup];
    }

    @Override
    public int compare(int group, Column column, int row) {
        return compare(values[group], ColumnReads.longAt(column, signed, row));
    }

    @Override
    public int compare(int group, ValueCells other, int otherGroup) {
        return compare(values[group], ((LongCells) other).values[otherGroup]);
    }

    private int compare(long a, long b) {
        return switch (layout) {
            case FLOAT -> floats(Float.intBitsToFloat((int) a), Float.intBitsToFloat((int) b));
            case DOUBLE -> floats(Double.longBitsToDouble(a), Double.longBitsToDouble(b));
            default -> signed ? Long.compare(a, b) : Long.compareUnsigned(a, b);
        };
    }

    private static int floats(double a, double b) {
        return a == b ? 0 : Double.compare(a, b);
    }

    @Override
    public Column column(int from, int to) {
        return Numbers.column(layout, values, from, to);
    }

    @Override
    public void write(int group, ByteSink out) {
        out.putByte(has[group]);
        if (has[group] != 0) {
            long rest = values[group];
            for (int i = 0; i < width; i++) {
                out.putByte((int) rest);
                rest >>>= 8;
            }
        }
    }

    @Override
    public void read(int group, ByteSource in) {
        has[group] = in.getByte();
        if (has[group] != 0) {
            long value = switch (width) {
                case 1 -> signed ? in.getByte() : in.getByte() & 0xFF;
                case 2 -> signed ? in.getShort() : in.getShort() & 0xFFFF;
                case 4 -> signed ? in.getInt() : in.getInt() & 0xFFFFFFFFL;
                default -> in.getLong();
            };
            values[group] = value;
        }
    }

    @Override
    public long sizeBytes() {
        return 9L * has.length;
    }
}
