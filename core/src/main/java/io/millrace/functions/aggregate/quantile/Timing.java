package io.millrace.functions.aggregate.quantile;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.IntHash;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.Arrays;

/**
 * Quantiles of times in milliseconds: exact values while they are few, then a histogram, exact up to 1,023 and in steps of 16 up to 30,000, where
 * everything greater counts.
 */
final class Timing implements QuantileSketch {
    /** The method of quantileTiming(), or quantileTimingWeighted(). */
    static Method method(boolean weighted) {
        return new Method() {
            @Override
            public DataType resultType(DataType argument) {
                return Types.FLOAT32;
            }

            @Override
            public boolean picksValues() {
                return false;
            }

            @Override
            public boolean takesWeight() {
                return weighted;
            }

            @Override
            public QuantileSketch sketch(DataType argument) {
                return new Timing();
            }
        };
    }

    private static final int TINY = 31;
    private static final int MAX = 30_000;
    private static final int SMALL = 1024;
    private static final int STEP = 16;
    private static final int BIG = (MAX - SMALL) / STEP;
    /** Past so many values ClickHouse's histogram is smaller than the list. */
    private static final int LISTED = (8 * (1 + SMALL + BIG)) / 2 / 2;

    private int[] list = new int[8];
    private int listed;
    private long[] small = {};
    private long[] big = {};
    private long total;

    @Override
    public void add(double value, long raw, long weight) {
        if (value >= 0 && weight > 0) {
            insert((int) Math.min(value, MAX), weight);
        }
    }

    private void insert(int value, long weight) {
        if (small.length == 0 && (weight > LISTED || listed + weight > LISTED)) {
            enlarge();
        }
        if (small.length > 0) {
            count(value, weight);
            return;
        }
        if (listed + weight > list.length) {
            list = Arrays.copyOf(list, (int) Math.max(listed + weight, list.length * 2L));
        }
        for (long i = 0; i < weight; i++) {
            list[listed++] = value;
        }
    }

    private void count(int value, long weight) {
        total += weight;
        if (value < SMALL) {
            small[value] += weight;
        } else if (value < MAX) {
            big[(value - SMALL) / STEP] += weight;
        }
    }

    private void enlarge() {
        small = new long[SMALL];
        big = new long[BIG];
        for (int i = 0; i < listed; i++) {
            count(list[i], 1);
        }
        list = new int[0];
        listed = 0;
    }

    @Override
    public void merge(QuantileSketch sketch) {
        Timing other = (Timing) sketch;
        if (other.small.length == 0) {
            for (int i = 0; i < other.listed; i++) {
                insert(other.list[i], 1);
            }
            return;
        }
        if (small.length == 0) {
            enlarge();
        }
        total += other.total;
        for (int i = 0; i < SMALL; i++) {
            small[i] += other.small[i];
        }
        for (int i = 0; i < BIG; i++) {
            big[i] += other.big[i];
        }
    }

    @Override
    public void quantiles(double[] levels, double[] results, long[] raws) {
        if (small.length == 0) {
            if (listed == 0) {
                Arrays.fill(results, Double.NaN);
                return;
            }
            int[] sorted = Arrays.copyOf(list, listed);
            Arrays.sort(sorted);
            for (int i = 0; i < levels.length; i++) {
                results[i] = sorted[levels[i] == 1 ? listed - 1 : (int) (levels[i] * listed)];
            }
            return;
        }
        for (int i = 0; i < levels.length; i++) {
            results[i] = counted((long) Math.ceil(total * levels[i]));
        }
    }

    private double counted(long position) {
        long passed = 0;
        for (int i = 0; i < SMALL; i++) {
            passed += small[i];
            if (passed >= position && passed > 0 || position == 0) {
                return i;
            }
        }
        for (int i = 0; i < BIG; i++) {
            passed += big[i];
            if (passed >= position) {
                // a small offset, so that one does not notice that all values are even
                int noise = Integer.remainderUnsigned(IntHash.hash32(i ^ 0x75D9543DE018BF45L), STEP) - STEP / 2;
                return i * STEP + SMALL + noise;
            }
        }
        return MAX;
    }

    @Override
    public void write(ByteSink out) {
        if (small.length > 0) {
            out.putByte(3);
            writeHistogram(out);
            return;
        }
        boolean tiny = listed <= TINY;
        out.putByte(tiny ? 1 : 2);
        if (tiny) {
            out.putShort((short) listed);
        } else {
            out.putLong(listed);
        }
        for (int i = 0; i < listed; i++) {
            out.putShort((short) list[i]);
        }
    }

    private void writeHistogram(ByteSink out) {
        out.putLong(total);
        for (long c : small) {
            out.putLong(c);
        }
        for (long c : big) {
            out.putLong(c);
        }
    }

    @Override
    public void readMerge(ByteSource in) {
        int kind = in.getByte();
        switch (kind) {
            case 0 -> {}
            case 1, 2 -> {
                long count = kind == 1 ? in.getShort() & 0xFFFF : in.getLong();
                for (long i = 0; i < count; i++) {
                    insert(in.getShort() & 0xFFFF, 1);
                }
            }
            case 3 -> {
                if (small.length == 0) {
                    enlarge();
                }
                total += in.getLong();
                for (int i = 0; i < SMALL; i++) {
                    small[i] += in.getLong();
                }
                for (int i = 0; i < BIG; i++) {
                    big[i] += in.getLong();
                }
            }
            default ->
                throw new DbException(
                        ErrorCode.INCORRECT_DATA, "Unknown kind " + kind + " in a state of quantileTiming");
        }
    }

    @Override
    public long sizeBytes() {
        return 64 + 4L * list.length + 8L * (small.length + big.length);
    }
}
