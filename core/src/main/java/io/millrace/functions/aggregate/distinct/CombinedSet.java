package io.millrace.functions.aggregate.distinct;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The sketch behind uniqCombined: a list of up to 16 hashes, then a table of some thousands, then a HyperLogLog. */
final class CombinedSet {
    private static final int SMALL = 16;

    private final int precision;
    private final int hashBits;
    private final int mediumMax;
    private long[] slots = new long[4];
    private int stored;
    private boolean hasZero;
    private boolean medium;
    private @Nullable HyperLogLog large;

    CombinedSet(int precision, int hashBits) {
        this.precision = precision;
        this.hashBits = hashBits;
        mediumMax = 1 << Math.max(0, precision - (hashBits == 32 ? 4 : 5));
    }

    private int size() {
        return stored + (hasZero ? 1 : 0);
    }

    /** Adds a hash of {@code hashBits} bits. */
    void insert(long hash) {
        HyperLogLog sketch = large;
        if (sketch != null) {
            sketch.insert(hash);
        } else if (!contains(hash)) {
            if (size() < (medium ? mediumMax : SMALL)) {
                put(hash);
            } else if (!medium && mediumMax > SMALL) {
                medium = true;
                rehash(4 * SMALL);
                put(hash);
            } else {
                enlarge().insert(hash);
            }
        } else if (medium && size() >= mediumMax) {
            enlarge().insert(hash);
        }
    }

    private boolean contains(long hash) {
        if (hash == 0) {
            return hasZero;
        }
        if (!medium) {
            for (int i = 0; i < stored; i++) {
                if (slots[i] == hash) {
                    return true;
                }
            }
            return false;
        }
        int mask = slots.length - 1;
        int at = (int) hash & mask;
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return true;
            }
            at = (at + 1) & mask;
        }
        return false;
    }

    private void put(long hash) {
        if (hash == 0) {
            hasZero = true;
            return;
        }
        if (!medium) {
            if (stored == slots.length) {
                slots = Arrays.copyOf(slots, slots.length * 2);
            }
            slots[stored++] = hash;
            return;
        }
        if (2 * (stored + 1) > slots.length) {
            rehash(slots.length * 2);
        }
        place(slots, hash);
        stored++;
    }

    private static void place(long[] table, long hash) {
        int mask = table.length - 1;
        int at = (int) hash & mask;
        while (table[at] != 0) {
            at = (at + 1) & mask;
        }
        table[at] = hash;
    }

    private void rehash(int size) {
        long[] table = new long[size];
        for (long hash : slots) {
            if (hash != 0) {
                place(table, hash);
            }
        }
        slots = table;
    }

    private HyperLogLog enlarge() {
        HyperLogLog sketch = large;
        if (sketch == null) {
            sketch = new HyperLogLog(precision, hashBits, precision == CombinedBias.PRECISION);
            for (long hash : slots) {
                if (hash != 0) {
                    sketch.insert(hash);
                }
            }
            if (hasZero) {
                sketch.insert(0);
            }
            large = sketch;
            slots = new long[0];
        }
        return sketch;
    }

    void merge(CombinedSet other) {
        HyperLogLog theirs = other.large;
        if (theirs != null) {
            enlarge().merge(theirs);
            return;
        }
        if (other.hasZero) {
            insert(0);
        }
        for (long hash : other.slots) {
            if (hash != 0) {
                insert(hash);
            }
        }
    }

    long estimate() {
        HyperLogLog sketch = large;
        return sketch == null ? size() : sketch.estimate();
    }

    void write(ByteSink out) {
        HyperLogLog sketch = large;
        if (sketch != null) {
            out.putByte(3);
            sketch.write(out);
            return;
        }
        out.putByte(medium ? 2 : 1);
        out.putVarint(size());
        if (hasZero) {
            putHash(out, 0);
        }
        for (long hash : slots) {
            if (hash != 0) {
                putHash(out, hash);
            }
        }
    }

    private void putHash(ByteSink out, long hash) {
        if (hashBits == 32) {
            out.putInt((int) hash);
        } else {
            out.putLong(hash);
        }
    }

    void readMerge(ByteSource in) {
        int kind = in.getByte();
        switch (kind) {
            case 1, 2 -> {
                int count = in.getSize(mediumMax + SMALL);
                for (int i = 0; i < count; i++) {
                    insert(hashBits == 32 ? in.getInt() & 0xFFFFFFFFL : in.getLong());
                }
            }
            case 3 -> enlarge().readMerge(in);
            default ->
                throw new DbException(
                        ErrorCode.INCORRECT_DATA, "Unknown container type " + kind + " in a state of uniqCombined");
        }
    }

    long sizeBytes() {
        HyperLogLog sketch = large;
        return 64 + 8L * slots.length + (sketch == null ? 0 : sketch.sizeBytes());
    }
}
