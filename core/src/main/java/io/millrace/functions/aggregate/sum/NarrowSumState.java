package io.millrace.functions.aggregate.sum;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import io.millrace.functions.aggregate.Numbers;
import java.util.Arrays;

/** Sums of integers and decimals in the argument's own width, wrapping around there: sumWithOverflow. */
final class NarrowSumState implements FixedSizeState {
    private final DataType type;
    private final boolean signed;
    private long[] sums = {};

    NarrowSumState(DataType type) {
        this.type = type;
        this.signed = Numbers.signed(type);
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
        long[] theirs = ((NarrowSumState) other).sums;
        for (int i = 0; i < groups; i++) {
            sums[targetOf[i]] += theirs[i];
        }
    }

    @Override
    public Column result(int from, int to) {
        return Numbers.column(type.layout(), sums, from, to);
    }

    @Override
    public void write(int group, ByteSink out) {
        long rest = sums[group];
        for (int i = 0; i < Numbers.width(type); i++) {
            out.putByte((int) rest);
            rest >>>= 8;
        }
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        long value = 0;
        for (int i = 0; i < Numbers.width(type); i++) {
            value |= (in.getByte() & 0xFFL) << (8 * i);
        }
        sums[group] += value;
    }

    @Override
    public long sizeBytes() {
        return 8L * sums.length;
    }
}
