package io.millrace.functions.aggregate.sum;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;

/** Numbers of rows, or of rows whose argument is not NULL. */
final class CountState implements FixedSizeState {
    private final boolean nullable;
    private long[] counts = {};

    CountState(boolean nullable) {
        this.nullable = nullable;
    }

    @Override
    public void resize(int groups) {
        if (groups > counts.length) {
            counts = Arrays.copyOf(counts, Growth.capacity(counts.length, groups));
        }
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        long[] target = counts;
        if (nullable && arguments[0] instanceof NullableColumn column) {
            byte[] nulls = column.nulls();
            for (int i = 0; i < rows; i++) {
                target[groupOf[i]] += 1L - nulls[i];
            }
        } else {
            for (int i = 0; i < rows; i++) {
                target[groupOf[i]]++;
            }
        }
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        long count = (long) to - from;
        if (nullable && arguments[0] instanceof NullableColumn column) {
            byte[] nulls = column.nulls();
            for (int i = from; i < to; i++) {
                count -= nulls[i];
            }
        }
        counts[group] += count;
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        long[] theirs = ((CountState) other).counts;
        for (int i = 0; i < groups; i++) {
            counts[targetOf[i]] += theirs[i];
        }
    }

    @Override
    public Column result(int from, int to) {
        return new LongColumn(Arrays.copyOfRange(counts, from, to), to - from);
    }

    @Override
    public void write(int group, ByteSink out) {
        out.putVarint(counts[group]);
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        counts[group] += in.getVarint();
    }

    @Override
    public long sizeBytes() {
        return 8L * counts.length;
    }
}
