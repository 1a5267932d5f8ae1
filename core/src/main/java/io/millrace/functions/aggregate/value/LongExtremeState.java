package io.millrace.functions.aggregate.value;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import io.millrace.functions.aggregate.Numbers;
import java.util.Arrays;

/**
 * Minimum or maximum of integers, dates, times and enums of up to 64 bits.
 *
 * <p>Values are kept as signed longs that compare as the type does: {@code (value & mask) ^ flip}, and negated bitwise for the maximum, so that one loop
 * of {@code Math.min} serves all. Groups begin with the greatest long.
 */
final class LongExtremeState implements FixedSizeState {
    private final DataType type;
    private final int width;
    private final long mask;
    private final long flip;
    private long[] keys = {};
    private byte[] has = {};

    LongExtremeState(DataType type, boolean max) {
        this.type = type;
        width = Numbers.width(type);
        boolean signed = Numbers.signed(type);
        mask = signed || width == 8 ? -1 : (1L << (8 * width)) - 1;
        flip = (signed || width < 8 ? 0 : Long.MIN_VALUE) ^ (max ? -1L : 0);
    }

    @Override
    public void resize(int groups) {
        int old = keys.length;
        if (groups > old) {
            int capacity = Growth.capacity(old, groups);
            keys = Arrays.copyOf(keys, capacity);
            Arrays.fill(keys, old, capacity, Long.MAX_VALUE);
            has = Arrays.copyOf(has, capacity);
        }
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        switch (arguments[0]) {
            case ByteColumn c -> scatter(c.values(), groupOf, keys, rows, mask, flip);
            case ShortColumn c -> scatter(c.values(), groupOf, keys, rows, mask, flip);
            case IntColumn c -> scatter(c.values(), groupOf, keys, rows, mask, flip);
            case LongColumn c -> scatter(c.values(), groupOf, keys, rows, flip);
            default -> throw DbException.bug("No integers to compare");
        }
        for (int i = 0; i < rows; i++) {
            has[groupOf[i]] = 1;
        }
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        if (from == to) {
            return;
        }
        long least = switch (arguments[0]) {
            case ByteColumn c -> least(c.values(), from, to, mask, flip);
            case ShortColumn c -> least(c.values(), from, to, mask, flip);
            case IntColumn c -> least(c.values(), from, to, mask, flip);
            case LongColumn c -> least(c.values(), from, to, flip);
            default -> throw DbException.bug("No integers to compare");
        };
        keys[group] = Math.min(keys[group], least);
        has[group] = 1;
    }

    private static void scatter(byte[] values, int[] groupOf, long[] keys, int rows, long mask, long flip) {
        for (int i = 0; i < rows; i++) {
            keys[groupOf[i]] = Math.min(keys[groupOf[i]], (values[i] & mask) ^ flip);
        }
    }

    private static void scatter(short[] values, int[] groupOf, long[] keys, int rows, long mask, long flip) {
        for (int i = 0; i < rows; i++) {
            keys[groupOf[i]] = Math.min(keys[groupOf[i]], (values[i] & mask) ^ flip);
        }
    }

    private static void scatter(int[] values, int[] groupOf, long[] keys, int rows, long mask, long flip) {
        for (int i = 0; i < rows; i++) {
            keys[groupOf[i]] = Math.min(keys[groupOf[i]], (values[i] & mask) ^ flip);
        }
    }

    private static void scatter(long[] values, int[] groupOf, long[] keys, int rows, long flip) {
        for (int i = 0; i < rows; i++) {
            keys[groupOf[i]] = Math.min(keys[groupOf[i]], values[i] ^ flip);
        }
    }

    private static long least(byte[] values, int from, int to, long mask, long flip) {
        long least = Long.MAX_VALUE;
        for (int i = from; i < to; i++) {
            least = Math.min(least, (values[i] & mask) ^ flip);
        }
        return least;
    }

    private static long least(short[] values, int from, int to, long mask, long flip) {
        long least = Long.MAX_VALUE;
        for (int i = from; i < to; i++) {
            least = Math.min(least, (values[i] & mask) ^ flip);
        }
        return least;
    }

    private static long least(int[] values, int from, int to, long mask, long flip) {
        long least = Long.MAX_VALUE;
        for (int i = from; i < to; i++) {
            least = Math.min(least, (values[i] & mask) ^ flip);
        }
        return least;
    }

    private static long least(long[] values, int from, int to, long flip) {
        long least = Long.MAX_VALUE;
        for (int i = from; i < to; i++) {
            least = Math.min(least, values[i] ^ flip);
        }
        return least;
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        LongExtremeState theirs = (LongExtremeState) other;
        for (int i = 0; i < groups; i++) {
            int target = targetOf[i];
            keys[target] = Math.min(keys[target], theirs.keys[i]);
            has[target] |= theirs.has[i];
        }
    }

    private long value(int group) {
        return has[group] == 0 ? 0 : keys[group] ^ flip;
    }

    @Override
    public Column result(int from, int to) {
        long[] values = new long[to - from];
        for (int i = from; i < to; i++) {
            values[i - from] = value(i);
        }
        return Numbers.column(type.layout(), values, 0, to - from);
    }

    @Override
    public void write(int group, ByteSink out) {
        out.putByte(has[group]);
        if (has[group] != 0) {
            long rest = value(group);
            for (int i = 0; i < width; i++) {
                out.putByte((int) rest);
                rest >>>= 8;
            }
        }
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        if (in.getByte() == 0) {
            return;
        }
        long value = switch (width) {
            case 1 -> in.getByte();
            case 2 -> in.getShort();
            case 4 -> in.getInt();
            default -> in.getLong();
        };
        keys[group] = Math.min(keys[group], (value & mask) ^ flip);
        has[group] = 1;
    }

    @Override
    public long sizeBytes() {
        return 9L * keys.length;
    }
}
