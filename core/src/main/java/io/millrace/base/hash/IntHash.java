package io.millrace.base.hash;

/**
 * ClickHouse's hashes of single numbers: {@code intHash32}, {@code intHash64} and the 64-bit finalizer under them.
 * Stateless.
 */
public final class IntHash {
    private IntHash() {}

    /**
     * The MurmurHash3 finalizer: hash of numbers in Bloom filter indexes, {@code uniq} and ClickHouse's own hash tables.
     */
    public static long finalizer(long x) {
        long h = x;
        h ^= h >>> 33;
        h *= 0xff51afd7ed558ccdL;
        h ^= h >>> 33;
        h *= 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    /**
     * SQL's {@code intHash64}; also the hash of one number (zero-extended from its own width) inside {@code cityHash64}.
     */
    public static long hash64(long x) {
        return finalizer(x ^ 0x4CF2D2BAAE6DA887L);
    }

    /** SQL's {@code intHash32}, as 32 bits. */
    public static int hash32(long x) {
        long h = x ^ 0x75D9543DE018BF45L;
        h = ~h + (h << 18);
        h ^= Long.rotateRight(h, 31);
        h *= 21;
        h ^= Long.rotateRight(h, 11);
        h += h << 6;
        h ^= Long.rotateRight(h, 22);
        return (int) h;
    }

    /** How ClickHouse combines the hashes of several arguments for 64-bit MurmurHash of versions 2 and 3 and GCC's. */
    public static long combine64(long first, long second) {
        return hash64(first) ^ second;
    }

    /** How ClickHouse combines the hashes of several arguments for 32-bit MurmurHash and xxHash32. */
    public static int combine32(int first, int second) {
        return hash32(first & 0xFFFFFFFFL) ^ second;
    }
}
