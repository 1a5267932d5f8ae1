package io.millrace.functions.aggregate.value;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.functions.aggregate.FixedSizeState;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;

/** Minimum or maximum of floats, negated for the maximum; NaN only if there is nothing else, as in ClickHouse. Groups begin with NaN. */
final class FloatExtremeState implements FixedSizeState {
    private final boolean single;
    private final double sign;
    private double[] values = {};
    private byte[] has = {};

    FloatExtremeState(boolean single, boolean max) {
        this.single = single;
        this.sign = max ? -1 : 1;
    }

    @Override
    public void resize(int groups) {
        int old = values.length;
        if (groups > old) {
            int capacity = Growth.capacity(old, groups);
            values = Arrays.copyOf(values, capacity);
            Arrays.fill(values, old, capacity, Double.NaN);
            has = Arrays.copyOf(has, capacity);
        }
    }

    @Override
    public void add(int[] groupOf, Column[] arguments, int rows) {
        double[] current = values;
        if (arguments[0] instanceof DoubleColumn column) {
            double[] added = column.values();
            for (int i = 0; i < rows; i++) {
                double value = added[i] * sign;
                double old = current[groupOf[i]];
                current[groupOf[i]] = value < old || Double.isNaN(old) ? value : old;
            }
        } else {
            float[] added = ((FloatColumn) arguments[0]).values();
            for (int i = 0; i < rows; i++) {
                double value = added[i] * sign;
                double old = current[groupOf[i]];
                current[groupOf[i]] = value < old || Double.isNaN(old) ? value : old;
            }
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
        double least = Double.POSITIVE_INFINITY;
        boolean number = false;
        if (arguments[0] instanceof DoubleColumn column) {
            double[] added = column.values();
            for (int i = from; i < to; i++) {
                double value = added[i] * sign;
                least = value < least ? value : least;
                number |= !Double.isNaN(value);
            }
        } else {
            float[] added = ((FloatColumn) arguments[0]).values();
            for (int i = from; i < to; i++) {
                double value = added[i] * sign;
                least = value < least ? value : least;
                number |= !Double.isNaN(value);
            }
        }
        if (number) {
            values[group] = least < values[group] || Double.isNaN(values[group]) ? least : values[group];
        }
        has[group] = 1;
    }

    @Override
    public void merge(GroupedState other, int[] targetOf, int groups) {
        FloatExtremeState theirs = (FloatExtremeState) other;
        for (int i = 0; i < groups; i++) {
            mergeValue(targetOf[i], theirs.values[i]);
            has[targetOf[i]] |= theirs.has[i];
        }
    }

    private void mergeValue(int group, double value) {
        if (value < values[group] || Double.isNaN(values[group])) {
            values[group] = value;
        }
    }

    private double value(int group) {
        return has[group] == 0 ? 0 : values[group] * sign;
    }

    @Override
    public Column result(int from, int to) {
        int rows = to - from;
        if (single) {
            float[] result = new float[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = (float) value(from + i);
            }
            return new FloatColumn(result, rows);
        }
        double[] result = new double[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = value(from + i);
        }
        return new DoubleColumn(result, rows);
    }

    @Override
    public void write(int group, ByteSink out) {
        out.putByte(has[group]);
        if (has[group] != 0) {
            if (single) {
                out.putFloat((float) value(group));
            } else {
                out.putDouble(value(group));
            }
        }
    }

    @Override
    public void readMerge(int group, ByteSource in) {
        if (in.getByte() != 0) {
            double value = single ? in.getFloat() : in.getDouble();
            mergeValue(group, value * sign);
            has[group] = 1;
        }
    }

    @Override
    public long sizeBytes() {
        return 9L * values.length;
    }
}
