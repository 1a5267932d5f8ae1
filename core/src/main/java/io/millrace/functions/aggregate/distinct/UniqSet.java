package io.millrace.functions.aggregate.distinct;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The sample of hashes behind uniq for one group: at most 65,536 hashes; when there are more, only those divisible by a higher power of two stay.
 *
 * <p>What stays does not depend on the order of insertion. Up to eight hashes are a list, more are an open-addressing table. Zero is not stored.
 */
final class UniqSet {
    private static final int MAX_SIZE = 1 << 16;
    private static final int SHIFT = 15;
    private static final int LIST = 8;

    private int[] slots = new int[4];
    private int stored;
    private boolean hasZero;
    private int skipDegree;

    int size() {
        return stored + (hasZero ? 1 : 0);
    }

    void insert(int hash) {
        if ((hash & ((1 << skipDegree) - 1)) != 0) {
            return;
        }
        if (hash == 0) {
            hasZero = true;
            thin();
            return;
        }
        if (slots.length <= LIST) {
            insertListed(hash);
            return;
        }
        int mask = slots.length - 1;
        int at = (hash >>> SHIFT) & mask;
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return;
            }
            at = (at + 1) & mask;
        }
        slots[at] = hash;
        stored++;
        if (stored > slots.length / 2) {
            thin();
            if (stored > slots.length / 2) {
                rehash(slots.length * 2);
            }
        }
    }

    private void insertListed(int hash) {
        for (int i = 0; i < stored; i++) {
            if (slots[i] == hash) {
                return;
            }
        }
        if (stored < slots.length) {
            slots[stored++] = hash;
        } else if (slots.length < LIST) {
            slots = Arrays.copyOf(slots, slots.length * 2);
            slots[stored++] = hash;
        } else {
            rehash(2 * 2 * LIST);
            insert(hash);
        }
    }

    private void thin() {
        while (size() > MAX_SIZE) {
            skipDegree++;
            rehash(slots.length);
        }
    }

    /** Puts the hashes that stay into a table of a new size. */
    private void rehash(int size) {
        int[] old = slots;
        int mask = size - 1;
        int goodMask = (1 << skipDegree) - 1;
        int[] table = new int[size];
        int count = 0;
        for (int hash : old) {
            if (hash != 0 && (hash & goodMask) == 0) {
                int at = (hash >>> SHIFT) & mask;
                while (table[at] != 0) {
                    at = (at + 1) & mask;
                }
                table[at] = hash;
                count++;
            }
        }
        slots = table;
        stored = count;
    }

    private void raise(int degree) {
        if (degree > skipDegree) {
            skipDegree = degree;
            if (slots.length <= LIST) {
                int[] old = Arrays.copyOf(slots, stored);
                Arrays.fill(slots, 0);
                stored = 0;
                for (int hash : old) {
                    insert(hash);
                }
            } else {
                rehash(slots.length);
            }
        }
    }

    void merge(UniqSet other) {
        raise(other.skipDegree);
        if (other.hasZero) {
            insert(0);
        }
        int end = other.slots.length <= LIST ? other.stored : other.slots.length;
        for (int i = 0; i < end; i++) {
            if (other.slots[i] != 0) {
                insert(other.slots[i]);
            }
        }
    }

    /** The estimate: the size times two to the skip degree, with ClickHouse's corrections. */
    long estimate() {
        int size = size();
        if (skipDegree == 0) {
            return size;
        }
        long result = (long) size << skipDegree;
        // a remainder so that the number does not look like a power of two
        result += crc(size) & ((1L << skipDegree) - 1);
        // hashes of 32 bits collide
        double range = 0x1p32;
        return Math.round(range * (Math.log(range) - Math.log(range - result)));
    }

    private static long crc(long value) {
        CRC32C crc = new CRC32C();
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (value >>> (8 * i));
        }
        crc.update(bytes, 0, 8);
        return ~crc.getValue() & 0xFFFFFFFFL;
    }

    void write(ByteSink out) {
        out.putByte(skipDegree);
        out.putVarint(size());
        if (hasZero) {
            out.putInt(0);
        }
        if (slots.length <= LIST) {
            writeListed(out);
            return;
        }
        for (int hash : slots) {
            if (hash != 0) {
                out.putInt(hash);
            }
        }
    }

    /** Short lists in the order in which ClickHouse's first table would have them. */
    private void writeListed(ByteSink out) {
        int[] table = new int[2 * LIST];
        for (int i = 0; i < stored; i++) {
            int at = (slots[i] >>> SHIFT) & (table.length - 1);
            while (table[at] != 0) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = slots[i];
        }
        for (int hash : table) {
            if (hash != 0) {
                out.putInt(hash);
            }
        }
    }

    void readMerge(ByteSource in) {
        int degree = in.getByte();
        int count = in.getSize(MAX_SIZE);
        raise(degree);
        for (int i = 0; i < count; i++) {
            insert(in.getInt());
        }
    }

    long sizeBytes() {
        return 56 + 4L * slots.length;
    }
}
