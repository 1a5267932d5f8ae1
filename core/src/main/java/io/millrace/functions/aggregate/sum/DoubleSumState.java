package io.millrace.functions.aggregate.sum;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;

/** Sums of floats, kept as Float64. */
final class DoubleSumState implements FixedSizeState {
    private double[] sums = {};

    @Override
    public void resize(int groups) {
        if (groups > sums.length) {
            sums = Arrays.copyOf(sums, Growth.capacity(sums.length, groups));
        }
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        DoubleSums.scatter(arguments[0], groupOf, sums, rows);
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        sums[group] = DoubleSums.sum(arguments[0], sums[group], from, to);
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        double[] theirs = ((DoubleSumState) other).sums;
        for (int i = 0; i < groups; i++) {
            sums[targetOf[i]] += theirs[i];
        }
    }

    @Override
    public Column result(int from, int to) {
        return new DoubleColumn(Arrays.copyOfRange(sums, from, to), to - from);
    }

    @Override
    public void write(int group, ByteSink out) {
        out.putDouble(sums[group]);
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        sums[group] += in.getDouble();
    }

    @Override
    public long sizeBytes() {
        return 8L * sums.length;
    }
}
