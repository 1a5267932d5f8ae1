package io.millrace.base.hash;

import static io.millrace.base.hash.LittleEndian.getInt;
import static io.millrace.base.hash.LittleEndian.getLong;

/**
 * The MurmurHash family as ClickHouse's SQL functions use it: versions 2 and 3, and the variants of GCC and Kafka.
 * Stateless.
 */
public final class MurmurHash {
    private static final int M32 = 0x5bd1e995;
    private static final long M64 = 0xc6a4a7935bd1e995L;
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private MurmurHash() {}

    /** SQL's {@code murmurHash2_32} (seed 0). */
    public static int hash2x32(byte[] s, int off, int len) {
        return murmur2(s, off, len, 0);
    }

    /** SQL's {@code kafkaMurmurHash}: what the partitioner of Kafka's Java client takes, without the sign bit. */
    public static int kafka(byte[] s, int off, int len) {
        return murmur2(s, off, len, 0x9747b28c) & Integer.MAX_VALUE;
    }

    private static int murmur2(byte[] s, int off, int len, int seed) {
        int h = seed ^ len;
        int p = off;
        int end = off + len;
        for (; end - p >= 4; p += 4) {
            int k = getInt(s, p) * M32;
            k ^= k >>> 24;
            h = h * M32 ^ k * M32;
        }
        if (p < end) {
            h = (h ^ (int) tail(s, p, end - p)) * M32;
        }
        h = (h ^ (h >>> 13)) * M32;
        return h ^ (h >>> 15);
    }

    /** SQL's {@code murmurHash2_64}: MurmurHash64A with seed 0. */
    public static long hash2x64(byte[] s, int off, int len) {
        return murmur2x64(s, off, len, 0);
    }

    private static long murmur2x64(byte[] s, int off, int len, long seed) {
        long h = seed ^ (len * M64);
        int p = off;
        int end = off + len;
        for (; end - p >= 8; p += 8) {
            long k = getLong(s, p) * M64;
            k = (k ^ (k >>> 47)) * M64;
            h = (h ^ k) * M64;
        }
        if (p < end) {
            h = (h ^ tail(s, p, end - p)) * M64;
        }
        h = (h ^ (h >>> 47)) * M64;
        return h ^ (h >>> 47);
    }

    /** SQL's {@code gccMurmurHash}: what {@code std::hash} of GCC's library gives for a string. */
    public static long gcc(byte[] s, int off, int len) {
        return murmur2x64(s, off, len, 0xc70f6907L);
    }

    /** SQL's {@code murmurHash3_32} (seed 0). */
    public static int hash3x32(byte[] s, int off, int len) {
        int h = 0;
        int p = off;
        int end = off + len;
        for (; end - p >= 4; p += 4) {
            h = Integer.rotateLeft(h ^ mix3x32(getInt(s, p)), 13) * 5 + 0xe6546b64;
        }
        if (p < end) {
            h ^= mix3x32((int) tail(s, p, end - p));
        }
        h ^= len;
        h = (h ^ (h >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return h ^ (h >>> 16);
    }

    private static int mix3x32(int k) {
        return Integer.rotateLeft(k * 0xcc9e2d51, 15) * 0x1b873593;
    }

    /** SQL's {@code murmurHash3_128} (x64 form, seed 0). */
    public static void hash3x128(byte[] s, int off, int len, Hash128 out) {
        long a = 0;
        long b = 0;
        int p = off;
        int end = off + len;
        for (; end - p >= 16; p += 16) {
            a ^= Long.rotateLeft(getLong(s, p) * C1, 31) * C2;
            a = (Long.rotateLeft(a, 27) + b) * 5 + 0x52dce729;
            b ^= Long.rotateLeft(getLong(s, p + 8) * C2, 33) * C1;
            b = (Long.rotateLeft(b, 31) + a) * 5 + 0x38495ab5;
        }
        int rest = end - p;
        b ^= Long.rotateLeft(tail(s, p + 8, rest - 8) * C2, 33) * C1;
        a ^= Long.rotateLeft(tail(s, p, Math.min(rest, 8)) * C1, 31) * C2;
        a ^= len;
        b ^= len;
        a += b;
        b += a;
        a = IntHash.finalizer(a);
        b = IntHash.finalizer(b);
        a += b;
        b += a;
        out.set(a, b);
    }

    /** SQL's {@code murmurHash3_64}: both words of the 128-bit hash xored. */
    public static long hash3x64(byte[] s, int off, int len) {
        Hash128 wide = new Hash128();
        hash3x128(s, off, len, wide);
        return wide.low() ^ wide.high();
    }

    /** Up to eight bytes as a little-endian number; zero when {@code count} is not positive. */
    private static long tail(byte[] s, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (s[at + i] & 0xFFL) << (8 * i);
        }
        return value;
    }
}
