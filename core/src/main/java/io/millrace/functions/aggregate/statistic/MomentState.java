package io.millrace.functions.aggregate.statistic;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import io.millrace.functions.aggregate.LaneSums;
import io.millrace.functions.aggregate.Numbers;
import java.util.Arrays;

/** Counts and sums of powers per group: of one value, or of pairs. With {@code single} everything is rounded to Float32, as ClickHouse does for Float32. */
final class MomentState implements FixedSizeState {
    private final Moment moment;
    private final boolean single;
    private final int width;
    private final boolean[] signed;
    private final double[] scales;
    private double[] sums = {};

    MomentState(Moment moment, boolean single, DataType... types) {
        this.moment = moment;
        this.single = single;
        this.width = moment.width();
        signed = new boolean[types.length];
        scales = new double[types.length];
        for (int i = 0; i < types.length; i++) {
            signed[i] = Numbers.signed(types[i]);
            scales[i] = Numbers.powerOfTen(Numbers.scale(types[i]));
        }
    }

    @Override
    public void resize(int groups) {
        int needed = Math.multiplyExact(groups, width);
        if (needed > sums.length) {
            sums = Arrays.copyOf(sums, Growth.capacity(sums.length, needed));
        }
    }

    private double[] values(Column[] arguments, int index, int from, int to) {
        double[] values = ColumnReads.doubles(arguments[index], signed[index], from, to);
        if (scales[index] == 1) {
            return values;
        }
        double[] scaled = new double[to - from];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[i] / scales[index];
        }
        return scaled;
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        double[] x = values(arguments, 0, 0, rows);
        if (moment.pairs()) {
            double[] y = values(arguments, 1, 0, rows);
            for (int i = 0; i < rows; i++) {
                addPair(groupOf[i] * width, x[i], y[i]);
            }
        } else if (!single && width == 3) {
            addSquares(groupOf, x, rows);
        } else {
            for (int i = 0; i < rows; i++) {
                addValue(groupOf[i] * width, x[i]);
            }
        }
    }

    private void addSquares(int[] groupOf, double[] x, int rows) {
        double[] target = sums;
        for (int i = 0; i < rows; i++) {
            int at = 3 * groupOf[i];
            target[at] += 1;
            target[at + 1] += x[i];
            target[at + 2] += x[i] * x[i];
        }
    }

    @Override
    public void addRange(int group, Column[] arguments, int from, int to) {
        int rows = to - from;
        int at = group * width;
        double[] x = values(arguments, 0, from, to);
        double[] y = moment.pairs() ? values(arguments, 1, from, to) : x;
        if (single) {
            for (int i = 0; i < rows; i++) {
                if (moment.pairs()) {
                    addPair(at, x[i], y[i]);
                } else {
                    addValue(at, x[i]);
                }
            }
            return;
        }
        sums[at] += rows;
        sums[at + 1] = LaneSums.sum(x, sums[at + 1], 0, rows);
        if (moment.pairs()) {
            sums[at + 2] = LaneSums.sum(y, sums[at + 2], 0, rows);
            sums[at + 3] = LaneSums.sum(product(x, y, rows), sums[at + 3], 0, rows);
            if (width > 4) {
                sums[at + 4] = LaneSums.sum(product(x, x, rows), sums[at + 4], 0, rows);
                sums[at + 5] = LaneSums.sum(product(y, y, rows), sums[at + 5], 0, rows);
            }
            return;
        }
        double[] power = x;
        for (int p = 2; p < width; p++) {
            power = product(power, x, rows);
            sums[at + p] = LaneSums.sum(power, sums[at + p], 0, rows);
        }
    }

    private static double[] product(double[] x, double[] y, int rows) {
        double[] product = new double[rows];
        for (int i = 0; i < rows; i++) {
            product[i] = x[i] * y[i];
        }
        return product;
    }

    private double round(double value) {
        return single ? (float) value : value;
    }

    private void addValue(int at, double x) {
        sums[at] = round(sums[at] + 1);
        double power = 1;
        for (int p = 1; p < width; p++) {
            power = round(power * x);
            sums[at + p] = round(sums[at + p] + power);
        }
    }

    private void addPair(int at, double x, double y) {
        sums[at] = round(sums[at] + 1);
        sums[at + 1] = round(sums[at + 1] + x);
        sums[at + 2] = round(sums[at + 2] + y);
        sums[at + 3] = round(sums[at + 3] + round(x * y));
        if (width > 4) {
            sums[at + 4] = round(sums[at + 4] + round(x * x));
            sums[at + 5] = round(sums[at + 5] + round(y * y));
        }
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        double[] theirs = ((MomentState) other).sums;
        for (int g = 0; g < groups; g++) {
            for (int p = 0; p < width; p++) {
                int at = targetOf[g] * width + p;
                sums[at] = round(sums[at] + theirs[g * width + p]);
            }
        }
    }

    @Override
    public Column result(int from, int to) {
        double[] results = new double[to - from];
        for (int g = from; g < to; g++) {
            results[g - from] = moment.of(sums, g * width);
        }
        if (!single) {
            return new DoubleColumn(results, to - from);
        }
        float[] narrow = new float[to - from];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) results[i];
        }
        return new FloatColumn(narrow, to - from);
    }

    @Override
    public void write(int group, ByteSink out) {
        for (int p = 0; p < width; p++) {
            if (single) {
                out.putFloat((float) sums[group * width + p]);
            } else {
                out.putDouble(sums[group * width + p]);
            }
        }
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        for (int p = 0; p < width; p++) {
            int at = group * width + p;
            sums[at] = round(sums[at] + (single ? in.getFloat() : in.getDouble()));
        }
    }

    @Override
    public long sizeBytes() {
        return 8L * sums.length;
    }
}
