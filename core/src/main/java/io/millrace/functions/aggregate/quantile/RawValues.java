package io.millrace.functions.aggregate.quantile;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.type.DataType;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.functions.aggregate.Numbers;
import java.util.Arrays;

/** How raw values of a type are read, written, compared and turned into doubles. Immutable. */
record RawValues(int width, boolean signed, boolean floats) {
    static RawValues of(DataType type) {
        return new RawValues(Numbers.width(type), Numbers.signed(type), Numbers.isFloat(type));
    }

    double number(long raw) {
        if (floats) {
            return width == 4 ? Float.intBitsToFloat((int) raw) : Double.longBitsToDouble(raw);
        }
        return signed ? (double) raw : ColumnReads.unsigned(raw);
    }

    void write(long raw, ByteSink out) {
        long rest = raw;
        for (int b = 0; b < width; b++) {
            out.putByte((int) rest);
            rest >>>= 8;
        }
    }

    long read(ByteSource in) {
        long value = 0;
        for (int b = 0; b < width; b++) {
            value |= (in.getByte() & 0xFFL) << (8 * b);
        }
        int unused = 64 - 8 * width;
        return signed ? value << unused >> unused : value;
    }

    /** A long that compares as signed number in the order of the values; NaN last. */
    long key(long raw) {
        if (floats) {
            double value = number(raw);
            long bits = Double.doubleToLongBits(value == 0 ? 0 : value);
            return bits ^ (bits >> 63) & Long.MAX_VALUE;
        }
        return signed || width < 8 ? raw : raw ^ Long.MIN_VALUE;
    }

    /** The raw value of a key. */
    long ofKey(long key) {
        if (floats) {
            double value = Double.longBitsToDouble(key ^ (key >> 63) & Long.MAX_VALUE);
            return width == 4
                    ? Float.floatToRawIntBits((float) value) & 0xFFFFFFFFL
                    : Double.doubleToRawLongBits(value);
        }
        return signed || width < 8 ? key : key ^ Long.MIN_VALUE;
    }

    /** Quantiles between the neighbours of a level in a sample, which need not be sorted; NaN where the sample is empty. */
    void interpolate(long[] sample, int count, double[] levels, double[] results) {
        if (count == 0) {
            Arrays.fill(results, Double.NaN);
            return;
        }
        double[] sorted = new double[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = number(sample[i]);
        }
        Arrays.sort(sorted);
        for (int i = 0; i < levels.length; i++) {
            double index = Math.max(0.0, Math.min(count - 1.0, levels[i] * (count - 1)));
            int left = (int) index;
            int right = left + 1;
            results[i] =
                    right == count ? sorted[left] : sorted[left] * (right - index) + sorted[right] * (index - left);
        }
    }
}
