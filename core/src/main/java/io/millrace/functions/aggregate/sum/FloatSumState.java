package io.millrace.functions.aggregate.sum;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.FloatColumn;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;

/** Sums of Float32 in their own width. */
final class FloatSumState implements FixedSizeState {
    private float[] sums = {};

    @Override
    public void resize(int groups) {
        if (groups > sums.length) {
            sums = Arrays.copyOf(sums, Growth.capacity(sums.length, groups));
        }
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        float[] values = ((FloatColumn) arguments[0]).values();
        for (int i = 0; i < rows; i++) {
            sums[groupOf[i]] += values[i];
        }
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        float[] values = ((FloatColumn) arguments[0]).values();
        float sum = sums[group];
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        sums[group] = sum;
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        float[] theirs = ((FloatSumState) other).sums;
        for (int i = 0; i < groups; i++) {
            sums[targetOf[i]] += theirs[i];
        }
    }

    @Override
    public Column result(int from, int to) {
        return new FloatColumn(Arrays.copyOfRange(sums, from, to), to - from);
    }

    @Override
    public void write(int group, ByteSink out) {
        out.putFloat(sums[group]);
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        sums[group] += in.getFloat();
    }

    @Override
    public long sizeBytes() {
        return 4L * sums.length;
    }
}
