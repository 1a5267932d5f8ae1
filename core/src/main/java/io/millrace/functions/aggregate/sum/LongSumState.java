package io.millrace.functions.aggregate.sum;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;

/** Sums of integers of up to 64 bits. */
final class LongSumState implements FixedSizeState {
    private final boolean signed;
    private long[] sums = {};

    LongSumState(boolean signed) {
        this.signed = signed;
    }

    @Override
    public void resize(int groups) {
        if (groups > sums.length) {
            sums = Arrays.copyOf(sums, Growth.capacity(sums.length, groups));
        }
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        LongSums.scatter(arguments[0], signed, groupOf, sums, rows);
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        sums[group] += LongSums.sum(arguments[0], signed, from, to);
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        long[] theirs = ((LongSumState) other).sums;
        for (int i = 0; i < groups; i++) {
            sums[targetOf[i]] += theirs[i];
        }
    }

    @Override
    public Column result(int from, int to) {
        return new LongColumn(Arrays.copyOfRange(sums, from, to), to - from);
    }

    @Override
    public void write(int group, ByteSink out) {
        out.putLong(sums[group]);
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        sums[group] += in.getLong();
    }

    @Override
    public long sizeBytes() {
        return 8L * sums.length;
    }
}
