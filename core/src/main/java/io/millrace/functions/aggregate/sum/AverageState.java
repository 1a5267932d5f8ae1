package io.millrace.functions.aggregate.sum;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Numbers;

/** A sum and a count, divided at the end. */
final class AverageState implements FixedSizeState {
    private final GroupedState sums;
    private final CountState counts = new CountState(false);
    private final boolean signed;
    private final double divisor;
    private final DataType type;

    /** The divisor is ten to the power of a decimal's scale. */
    AverageState(GroupedState sums, boolean signed, double divisor, DataType type) {
        this.sums = sums;
        this.signed = signed;
        this.divisor = divisor;
        this.type = type;
    }

    @Override
    public void resize(int groups) {
        sums.resize(groups);
        counts.resize(groups);
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        sums.add(groupOf, arguments, rows);
        counts.add(groupOf, arguments, rows);
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        sums.addRange(group, arguments, from, to);
        counts.addRange(group, arguments, from, to);
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        AverageState theirs = (AverageState) other;
        sums.merge(theirs.sums, targetOf, groups);
        counts.merge(theirs.counts, targetOf, groups);
    }

    @Override
    public Column result(int from, int to) {
        int rows = to - from;
        double[] numerators = ColumnReads.doubles(sums.result(from, to), signed, 0, rows);
        long[] denominators = ((LongColumn) counts.result(from, to)).values();
        double[] means = new double[rows];
        for (int i = 0; i < rows; i++) {
            double numerator = divisor == 1 ? numerators[i] : numerators[i] / divisor;
            means[i] = numerator / denominators[i];
        }
        if (type.equals(Types.FLOAT64)) {
            return new DoubleColumn(means, rows);
        }
        long[] ticks = new long[rows];
        for (int i = 0; i < rows; i++) {
            // half away from zero
            ticks[i] = (long) (means[i] + Math.copySign(0.5, means[i]));
        }
        return Numbers.column(type.layout(), ticks, 0, rows);
    }

    @Override
    public void write(int group, ByteSink out) {
        sums.write(group, out);
        counts.write(group, out);
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        sums.readMerge(group, in);
        counts.readMerge(group, in);
    }

    @Override
    public long sizeBytes() {
        return sums.sizeBytes() + counts.sizeBytes();
    }
}
