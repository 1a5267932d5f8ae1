package io.millrace.base.hash;

import static io.millrace.base.hash.LittleEndian.getLong;
import static io.millrace.base.hash.LittleEndian.getUnsignedInt;

/**
 * The engine's own fast hash for keys of GROUP BY, DISTINCT and joins; its values never leave the process.
 *
 * <p>All 64 bits are usable: tables take low bits, radix partitions take top bits. Stateless, allocation-free.
 */
public final class EngineHash {
    private static final long A = 0x9E3779B97F4A7C15L;
    private static final long B = 0xD6E8FEB86659FD93L;
    private static final long C = 0xA0761D6478BD642FL;

    private EngineHash() {}

    /** Spreads a 64-bit key over 64 bits; a bijection, so different keys of one column never collide in all bits. */
    public static long mix(long key) {
        long h = key * A;
        h ^= h >>> 32;
        h *= B;
        return h ^ (h >>> 32);
    }

    /** Joins the hash so far with the next key of a multi-column key. */
    public static long combine(long hash, long next) {
        return fold(hash ^ A, next ^ B);
    }

    /** Hash of a byte range, reading only inside it. */
    public static long hashBytes(byte[] s, int off, int len) {
        long h = len * A ^ C;
        int p = off;
        int end = off + len;
        for (; end - p > 16; p += 16) {
            h = fold(getLong(s, p) ^ h, getLong(s, p + 8) ^ B);
        }
        int rest = end - p;
        long x = 0;
        long y = 0;
        if (rest >= 8) {
            x = getLong(s, p);
            y = getLong(s, end - 8);
        } else if (rest >= 4) {
            x = getUnsignedInt(s, p);
            y = getUnsignedInt(s, end - 4);
        } else if (rest > 0) {
            x = (s[p] & 0xFFL) | (s[p + (rest >> 1)] & 0xFFL) << 8 | (s[end - 1] & 0xFFL) << 16;
        }
        return fold(fold(x ^ h, y ^ B), C);
    }

    /**
     * The hash of {@link #hashBytes} over a padded array, where up to 7 bytes behind the range may be read (and are
     * ignored).
     *
     * <p>For values of up to 8 bytes that is one load and one mask instead of branches. The caller guarantees
     * {@code off + len + 8 <= s.length}; the values agree with {@link #hashBytes}.
     */
    public static long hashPadded(byte[] s, int off, int len) {
        if (len >= 8 || len == 0) {
            return hashBytes(s, off, len);
        }
        long word = getLong(s, off);
        long x;
        long y = 0;
        if (len >= 4) {
            x = word & 0xFFFFFFFFL;
            y = word >>> (8 * (len - 4)) & 0xFFFFFFFFL;
        } else {
            x = (word & 0xFF) | (word >>> (8 * (len >> 1)) & 0xFF) << 8 | (word >>> (8 * (len - 1)) & 0xFF) << 16;
        }
        return fold(fold(x ^ (len * A ^ C), y ^ B), C);
    }

    private static long fold(long x, long y) {
        return (x * y) ^ Math.unsignedMultiplyHigh(x, y);
    }
}
