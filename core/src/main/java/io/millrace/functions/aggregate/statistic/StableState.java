package io.millrace.functions.aggregate.statistic;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import io.millrace.functions.aggregate.Numbers;
import java.util.Arrays;

/** Count, mean and sum of squared differences per group, by Welford's method: slower and numerically stable. */
final class StableState implements FixedSizeState {
    private final boolean signed;
    private final double scale;
    private final boolean sample;
    private final boolean root;
    private long[] counts = {};
    private double[] means = {};
    private double[] squares = {};

    StableState(DataType type, boolean sample, boolean root) {
        this.signed = Numbers.signed(type);
        this.scale = Numbers.powerOfTen(Numbers.scale(type));
        this.sample = sample;
        this.root = root;
    }

    @Override
    public void resize(int groups) {
        if (groups > counts.length) {
            int capacity = Growth.capacity(counts.length, groups);
            counts = Arrays.copyOf(counts, capacity);
            means = Arrays.copyOf(means, capacity);
            squares = Arrays.copyOf(squares, capacity);
        }
    }

    private void add(int group, double value) {
        double delta = value - means[group];
        counts[group]++;
        means[group] += delta / counts[group];
        squares[group] += delta * (value - means[group]);
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        double[] x = ColumnReads.doubles(arguments[0], signed, 0, rows);
        for (int i = 0; i < rows; i++) {
            add(groupOf[i], x[i] / scale);
        }
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        double[] x = ColumnReads.doubles(arguments[0], signed, from, to);
        for (int i = 0; i < to - from; i++) {
            add(group, x[i] / scale);
        }
    }

    private void mergeOne(int group, long count, double mean, double square) {
        long total = counts[group] + count;
        if (total == 0) {
            return;
        }
        double factor = (double) counts[group] * count / total;
        double delta = means[group] - mean;
        // groups of about the same size: the other formula loses fewer digits
        if (Math.max(counts[group], count) * 0.001 < Math.abs(counts[group] - count) || count < 100) {
            means[group] = mean + delta * ((double) counts[group] / total);
        } else {
            means[group] = (count * mean + counts[group] * means[group]) / total;
        }
        squares[group] += square + delta * delta * factor;
        counts[group] = total;
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        StableState theirs = (StableState) other;
        for (int g = 0; g < groups; g++) {
            mergeOne(targetOf[g], theirs.counts[g], theirs.means[g], theirs.squares[g]);
        }
    }

    @Override
    public Column result(int from, int to) {
        double[] results = new double[to - from];
        for (int g = from; g < to; g++) {
            long divisor = sample ? counts[g] - 1 : counts[g];
            double variance = divisor <= 0 ? Double.NaN : squares[g] / divisor;
            results[g - from] = root ? Math.sqrt(variance) : variance;
        }
        return new DoubleColumn(results, to - from);
    }

    @Override
    public void write(int group, ByteSink out) {
        out.putVarint(counts[group]);
        out.putDouble(means[group]);
        out.putDouble(squares[group]);
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        long count = in.getVarint();
        double mean = in.getDouble();
        mergeOne(group, count, mean, in.getDouble());
    }

    @Override
    public long sizeBytes() {
        return 24L * counts.length;
    }
}
