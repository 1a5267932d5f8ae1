package io.millrace.functions.aggregate.quantile;

import io.millrace.base.hash.UniqHash;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.Arrays;

/** A sample of at most 8,192 values chosen by a hash of the second argument: the same rows in any order give the same quantiles. */
final class Deterministic implements QuantileSketch {
    /** The method of quantileDeterministic(). */
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
        public boolean takesWeight() {
            return true;
        }

        @Override
        public QuantileSketch sketch(DataType argument) {
            return new Deterministic(RawValues.of(argument));
        }
    };

    private static final int MAX = 8192;

    private final RawValues values;
    private long[] raws = new long[8];
    private int[] hashes = new int[8];
    private int count;
    private long total;
    private int skipDegree;

    Deterministic(RawValues values) {
        this.values = values;
    }

    @Override
    public void add(double value, long raw, long determinator) {
        if (values.floats() && Double.isNaN(value)) {
            return;
        }
        total++;
        insert(raw, UniqHash.ofNumber(determinator));
    }

    private boolean good(int hash) {
        return (hash & ((1 << skipDegree) - 1)) == 0;
    }

    private void insert(long raw, int hash) {
        if (!good(hash)) {
            return;
        }
        if (count == raws.length) {
            raws = Arrays.copyOf(raws, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        raws[count] = raw;
        hashes[count++] = hash;
        while (count > MAX && skipDegree < 31) {
            skipDegree++;
            thin();
        }
    }

    private void thin() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (good(hashes[i])) {
                raws[kept] = raws[i];
                hashes[kept++] = hashes[i];
            }
        }
        count = kept;
    }

    @Override
    public void merge(QuantileSketch sketch) {
        Deterministic other = (Deterministic) sketch;
        if (other.skipDegree > skipDegree) {
            skipDegree = other.skipDegree;
            thin();
        }
        for (int i = 0; i < other.count; i++) {
            insert(other.raws[i], other.hashes[i]);
        }
        total += other.total;
    }

    @Override
    public void quantiles(double[] levels, double[] results, long[] picked) {
        values.interpolate(raws, count, levels, results);
    }

    /** Values, hashes, each padded as the pair lies in ClickHouse's memory. */
    @Override
    public void write(ByteSink out) {
        out.putLong(count);
        out.putLong(total);
        for (int i = 0; i < count; i++) {
            values.write(raws[i], out);
            pad(out, Math.max(4, values.width()) - values.width());
            out.putInt(hashes[i]);
            pad(out, values.width() == 8 ? 4 : 0);
        }
    }

    private static void pad(ByteSink out, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.putByte(0);
        }
    }

    @Override
    public void readMerge(ByteSource in) {
        long size = in.getLong();
        total += in.getLong();
        for (long i = 0; i < size; i++) {
            long raw = values.read(in);
            for (int p = values.width(); p < 4; p++) {
                in.getByte();
            }
            insert(raw, in.getInt());
            if (values.width() == 8) {
                in.getInt();
            }
        }
    }

    @Override
    public long sizeBytes() {
        return 64 + 12L * raws.length;
    }
}
