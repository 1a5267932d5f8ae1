package io.millrace.functions.aggregate.distinct;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;

/**
 * ClickHouse's HyperLogLog: cells of ranks (5 bits for 32-bit hashes, 6 for 64-bit ones, packed when written), the number of cells of each rank, and the
 * number of empty cells.
 */
final class HyperLogLog {
    private final int precision;
    private final int hashBits;
    private final boolean corrected;
    private final byte[] ranks;
    private final int[] counts;

    /** {@code corrected}: whether estimates take {@link CombinedBias} off. */
    HyperLogLog(int precision, int hashBits, boolean corrected) {
        this.precision = precision;
        this.hashBits = hashBits;
        this.corrected = corrected;
        ranks = new byte[1 << precision];
        counts = new int[maxRank() + 1];
        counts[0] = ranks.length;
    }

    private int maxRank() {
        return hashBits - precision + 1;
    }

    /** Adds a hash; only its lowest {@code hashBits} bits count. */
    void insert(long hash) {
        int cell = (int) hash & (ranks.length - 1);
        long bits = hashBits == 32 ? hash & 0xFFFFFFFFL : hash;
        long tail = bits >>> precision;
        raise(cell, Math.min(Long.numberOfTrailingZeros(tail) + 1, maxRank()));
    }

    private void raise(int cell, int rank) {
        int old = ranks[cell];
        if (rank > old) {
            counts[old]--;
            counts[rank]++;
            ranks[cell] = (byte) rank;
        }
    }

    void merge(HyperLogLog other) {
        for (int i = 0; i < ranks.length; i++) {
            raise(i, other.ranks[i]);
        }
    }

    long estimate() {
        double cells = ranks.length;
        double denominator = 0;
        for (int rank = counts.length - 1; rank >= 0; rank--) {
            denominator += counts[rank] * Math.scalb(1.0, -rank);
        }
        double alpha = 0.7213 / (1 + 1.079 / cells);
        double raw = alpha * cells * cells / denominator;
        double linear = counts[0] == 0 ? raw : cells * (Math.log(cells) - Math.log(counts[0]));
        double fixed = raw;
        if (corrected) {
            fixed = CombinedBias.correct(raw);
            double fixedLinear = counts[0] == 0 ? fixed : linear;
            if (fixedLinear < CombinedBias.LINEAR_THRESHOLD) {
                fixed = fixedLinear;
            }
        } else if (raw <= 2.5 * cells) {
            fixed = linear;
        }
        if (fixed > 0x1p32 / 30) {
            fixed = -0x1p32 * Math.log(1 - fixed / 0x1p32);
        }
        return (long) (fixed + 0.5);
    }

    private int cellBits() {
        return hashBits == 32 ? 5 : 6;
    }

    void write(ByteSink out) {
        int bits = cellBits();
        long pending = 0;
        int filled = 0;
        for (byte rank : ranks) {
            pending |= (long) rank << filled;
            filled += bits;
            while (filled >= 8) {
                out.putByte((int) pending);
                pending >>>= 8;
                filled -= 8;
            }
        }
        for (int count : counts) {
            out.putInt(count);
        }
        if (precision < 16) {
            out.putShort((short) counts[0]);
        } else {
            out.putInt(counts[0]);
        }
    }

    void readMerge(ByteSource in) {
        int bits = cellBits();
        long pending = 0;
        int filled = 0;
        for (int i = 0; i < ranks.length; i++) {
            while (filled < bits) {
                pending |= (in.getByte() & 0xFFL) << filled;
                filled += 8;
            }
            raise(i, Math.min((int) (pending & ((1 << bits) - 1)), maxRank()));
            pending >>>= bits;
            filled -= bits;
        }
        for (int i = 0; i < counts.length; i++) {
            in.getInt();
        }
        if (precision < 16) {
            in.getShort();
        } else {
            in.getInt();
        }
    }

    long sizeBytes() {
        return 80 + ranks.length + 4L * counts.length;
    }
}
