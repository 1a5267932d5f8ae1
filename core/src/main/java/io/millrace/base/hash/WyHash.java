package io.millrace.base.hash;

import static io.millrace.base.hash.LittleEndian.getLong;
import static io.millrace.base.hash.LittleEndian.getUnsignedInt;

/** wyhash (final version 3, default secret, seed 0): SQL's {@code wyHash64}. Stateless. */
public final class WyHash {
    private static final long P0 = 0xa0761d6478bd642fL;
    private static final long P1 = 0xe7037ed1a0b428dbL;
    private static final long P2 = 0x8ebc6af09c88c6e3L;
    private static final long P3 = 0x589965cc75374cc3L;

    private WyHash() {}

    /** The 64-bit hash of a byte range. */
    public static long hash64(byte[] s, int off, int len) {
        long seed = P0;
        long a;
        long b;
        if (len <= 16) {
            if (len >= 4) {
                int middle = (len >>> 3) << 2;
                a = getUnsignedInt(s, off) << 32 | getUnsignedInt(s, off + middle);
                b = getUnsignedInt(s, off + len - 4) << 32 | getUnsignedInt(s, off + len - 4 - middle);
            } else if (len > 0) {
                a = (s[off] & 0xFFL) << 16 | (s[off + (len >> 1)] & 0xFFL) << 8 | (s[off + len - 1] & 0xFFL);
                b = 0;
            } else {
                a = 0;
                b = 0;
            }
        } else {
            int p = off;
            int rest = len;
            if (rest > 48) {
                long second = seed;
                long third = seed;
                do {
                    seed = mix(getLong(s, p) ^ P1, getLong(s, p + 8) ^ seed);
                    second = mix(getLong(s, p + 16) ^ P2, getLong(s, p + 24) ^ second);
                    third = mix(getLong(s, p + 32) ^ P3, getLong(s, p + 40) ^ third);
                    p += 48;
                    rest -= 48;
                } while (rest > 48);
                seed ^= second ^ third;
            }
            for (; rest > 16; rest -= 16, p += 16) {
                seed = mix(getLong(s, p) ^ P1, getLong(s, p + 8) ^ seed);
            }
            a = getLong(s, p + rest - 16);
            b = getLong(s, p + rest - 8);
        }
        return mix(P1 ^ len, mix(a ^ P1, b ^ seed));
    }

    private static long mix(long x, long y) {
        return (x * y) ^ Math.unsignedMultiplyHigh(x, y);
    }
}
