package io.millrace.functions.aggregate.quantile;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.Arrays;

/**
 * A sample of at most 8,192 values, drawn with ClickHouse's generator and seed, so that the same rows in the same order give the same quantiles, which are
 * interpolated between neighbours.
 */
final class Reservoir implements QuantileSketch {
    /** The method of quantile() and median(). */
    static final Method METHOD = new Method() {
        @Override
        public DataType resultType(DataType argument) {
            return Method.datesOr(argument, Types.FLOAT64);
        }

        @Override
        public boolean picksValues() {
            return false;
        }

        @Override
        public QuantileSketch sketch(DataType argument) {
            return new Reservoir(RawValues.of(argument));
        }
    };

    private static final int CAPACITY = 8192;
    private static final long MULTIPLIER = 6364136223846793005L;
    private static final long SEED = 123459;

    private final RawValues values;
    private long[] samples = new long[8];
    private int count;
    private long total;
    private long generator = SEED;

    Reservoir(RawValues values) {
        this.values = values;
    }

    @Override
    public void add(double value, long raw, long weight) {
        if (values.floats() && Double.isNaN(value)) {
            return;
        }
        insert(raw);
    }

    private void insert(long raw) {
        total++;
        if (count < CAPACITY) {
            if (count == samples.length) {
                samples = Arrays.copyOf(samples, Math.min(CAPACITY, count * 2));
            }
            samples[count++] = raw;
            return;
        }
        long at = random(total);
        if (at < CAPACITY) {
            samples[(int) at] = raw;
        }
    }

    /** A random number below a limit: pcg32_fast, two draws when the limit has more than 32 bits. */
    private long random(long limit) {
        if (limit <= 0xFFFFFFFFL) {
            return draw() % limit;
        }
        long high = draw();
        return Long.remainderUnsigned((high << 32) + draw(), limit);
    }

    private long draw() {
        long state = generator;
        generator = state * MULTIPLIER;
        int shift = 22 + (int) (state >>> 61);
        return (state ^ (state >>> 22)) >>> shift & 0xFFFFFFFFL;
    }

    @Override
    public void merge(QuantileSketch sketch) {
        Reservoir other = (Reservoir) sketch;
        if (other.total <= CAPACITY) {
            for (int i = 0; i < other.count; i++) {
                insert(other.samples[i]);
            }
        } else if (total <= CAPACITY) {
            long[] own = Arrays.copyOf(samples, count);
            samples = other.samples.clone();
            count = other.count;
            total = other.total;
            for (long value : own) {
                insert(value);
            }
        } else {
            mergeFull(other);
        }
    }

    private void mergeFull(Reservoir other) {
        total += other.total;
        double frequency = (double) total / other.total;
        if (frequency * 2 >= CAPACITY) {
            long at = random((long) frequency);
            if (at < CAPACITY) {
                samples[(int) at] = other.samples[(int) at];
            }
            return;
        }
        for (double i = 0; i < CAPACITY; i += frequency) {
            samples[(int) i] = other.samples[(int) i];
        }
    }

    @Override
    public void quantiles(double[] levels, double[] results, long[] raws) {
        values.interpolate(samples, count, levels, results);
    }

    @Override
    public void write(ByteSink out) {
        out.putLong(CAPACITY);
        out.putLong(total);
        out.putString(Long.toUnsignedString(MULTIPLIER) + " 0 " + Long.toUnsignedString(generator));
        for (int i = 0; i < count; i++) {
            values.write(samples[i], out);
        }
    }

    @Override
    public void readMerge(ByteSource in) {
        long capacity = in.getLong();
        if (capacity != CAPACITY) {
            throw new DbException(
                    ErrorCode.INCORRECT_DATA,
                    "A quantile state with " + capacity + " samples; only " + CAPACITY + " are supported");
        }
        Reservoir read = new Reservoir(values);
        long size = in.getLong();
        String text = in.getString();
        int last = text.lastIndexOf(' ');
        try {
            read.generator = Long.parseUnsignedLong(text.substring(last + 1));
        } catch (NumberFormatException e) {
            throw new DbException(
                    ErrorCode.INCORRECT_DATA,
                    "Cannot read the random generator of a quantile state: '" + text + "'",
                    e);
        }
        int kept = (int) Math.min(Math.max(0, size), CAPACITY);
        for (int i = 0; i < kept; i++) {
            read.insert(values.read(in));
        }
        read.total = size;
        if (total == 0) {
            samples = read.samples;
            count = read.count;
            total = size;
            generator = read.generator;
        } else {
            merge(read);
        }
    }

    @Override
    public long sizeBytes() {
        return 64 + 8L * samples.length;
    }
}
