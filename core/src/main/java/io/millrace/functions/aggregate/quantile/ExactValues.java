package io.millrace.functions.aggregate.quantile;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.Arrays;

/** All values of a group: exact quantiles, in ClickHouse's five ways of choosing one. */
final class ExactValues implements QuantileSketch {
    /** Which value, or which two to interpolate, a level means. */
    enum Choice implements Method {
        /** The value at level times count. */
        PLAIN,
        /** The lower middle for the median. */
        LOW,
        /** The upper middle for the median. */
        HIGH,
        /** Interpolated, R-6. */
        EXCLUSIVE,
        /** Interpolated, R-7. */
        INCLUSIVE;

        @Override
        public boolean picksValues() {
            return this == PLAIN || this == LOW || this == HIGH;
        }

        @Override
        public DataType resultType(DataType argument) {
            return picksValues() ? argument : Types.FLOAT64;
        }

        @Override
        public QuantileSketch sketch(DataType argument) {
            return new ExactValues(RawValues.of(argument), this);
        }
    }

    private final RawValues values;
    private final Choice choice;
    private long[] raws = new long[8];
    private int count;

    ExactValues(RawValues values, Choice choice) {
        this.values = values;
        this.choice = choice;
    }

    @Override
    public void add(double value, long raw, long weight) {
        if (!values.floats() || !Double.isNaN(value)) {
            append(raw);
        }
    }

    private void append(long raw) {
        if (count == raws.length) {
            raws = Arrays.copyOf(raws, count + (count >> 1));
        }
        raws[count++] = raw;
    }

    @Override
    public void merge(QuantileSketch sketch) {
        ExactValues other = (ExactValues) sketch;
        long both = (long) count + other.count;
        if (both > Integer.MAX_VALUE - 64) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_ARRAY_SIZE, "An exact quantile of more than 2147483583 values of one group");
        }
        if (both > raws.length) {
            raws = Arrays.copyOf(raws, (int) both);
        }
        System.arraycopy(other.raws, 0, raws, count, other.count);
        count += other.count;
    }

    @Override
    public void write(ByteSink out) {
        out.putVarint(count);
        for (int i = 0; i < count; i++) {
            values.write(raws[i], out);
        }
    }

    @Override
    public void readMerge(ByteSource in) {
        long size = in.getVarint();
        for (long i = 0; i < size; i++) {
            append(values.read(in));
        }
    }

    @Override
    public void quantiles(double[] levels, double[] results, long[] picked) {
        if (count == 0) {
            Arrays.fill(results, Double.NaN);
            Arrays.fill(picked, values.floats() ? values.ofKey(values.key(nan())) : 0);
            return;
        }
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = values.key(raws[i]);
        }
        Arrays.sort(keys);
        for (int i = 0; i < levels.length; i++) {
            if (choice.picksValues()) {
                picked[i] = values.ofKey(keys[index(levels[i])]);
            } else {
                results[i] = interpolated(keys, levels[i]);
            }
        }
    }

    private long nan() {
        return values.width() == 4
                ? Float.floatToRawIntBits(Float.NaN) & 0xFFFFFFFFL
                : Double.doubleToRawLongBits(Double.NaN);
    }

    private int index(double level) {
        if (level == 0.5 && choice == Choice.LOW) {
            return (count & 1) == 1 ? count / 2 : count / 2 - 1;
        }
        if (level == 0.5 && choice == Choice.HIGH) {
            return count / 2;
        }
        return level < 1 ? (int) (level * count) : count - 1;
    }

    private double interpolated(long[] keys, double level) {
        double h = choice == Choice.EXCLUSIVE ? level * (count + 1.0) : level * (count - 1.0) + 1;
        int n = (int) h;
        if (n < 1) {
            return number(keys[0]);
        }
        if (n >= count) {
            return number(keys[count - 1]);
        }
        double low = number(keys[n - 1]);
        return low + (h - n) * (number(keys[n]) - low);
    }

    private double number(long key) {
        return values.number(values.ofKey(key));
    }

    @Override
    public long sizeBytes() {
        return 48 + 8L * raws.length;
    }
}
