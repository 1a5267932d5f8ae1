package io.millrace.base.hash;

import static io.millrace.base.hash.LittleEndian.getInt;
import static io.millrace.base.hash.LittleEndian.getLong;
import static io.millrace.base.hash.LittleEndian.getUnsignedInt;

/** xxHash in 32 and 64 bits: SQL's {@code xxHash32}, {@code xxHash64}, checksums of LZ4 frames. Stateless. */
public final class XxHash {
    private static final int P32_1 = 0x9E3779B1;
    private static final int P32_2 = 0x85EBCA77;
    private static final int P32_3 = 0xC2B2AE3D;
    private static final int P32_4 = 0x27D4EB2F;
    private static final int P32_5 = 0x165667B1;
    private static final long P64_1 = 0x9E3779B185EBCA87L;
    private static final long P64_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P64_3 = 0x165667B19E3779F9L;
    private static final long P64_4 = 0x85EBCA77C2B2AE63L;
    private static final long P64_5 = 0x27D4EB2F165667C5L;

    private XxHash() {}

    /** XXH32 with a seed; SQL uses seed 0. */
    public static int hash32(byte[] s, int off, int len, int seed) {
        int p = off;
        int end = off + len;
        int h;
        if (len >= 16) {
            int a = seed + P32_1 + P32_2;
            int b = seed + P32_2;
            int c = seed;
            int d = seed - P32_1;
            for (; end - p >= 16; p += 16) {
                a = Integer.rotateLeft(a + getInt(s, p) * P32_2, 13) * P32_1;
                b = Integer.rotateLeft(b + getInt(s, p + 4) * P32_2, 13) * P32_1;
                c = Integer.rotateLeft(c + getInt(s, p + 8) * P32_2, 13) * P32_1;
                d = Integer.rotateLeft(d + getInt(s, p + 12) * P32_2, 13) * P32_1;
            }
            h = Integer.rotateLeft(a, 1)
                    + Integer.rotateLeft(b, 7)
                    + Integer.rotateLeft(c, 12)
                    + Integer.rotateLeft(d, 18);
        } else {
            h = seed + P32_5;
        }
        h += len;
        for (; end - p >= 4; p += 4) {
            h = Integer.rotateLeft(h + getInt(s, p) * P32_3, 17) * P32_4;
        }
        for (; p < end; p++) {
            h = Integer.rotateLeft(h + (s[p] & 0xFF) * P32_5, 11) * P32_1;
        }
        h = (h ^ (h >>> 15)) * P32_2;
        h = (h ^ (h >>> 13)) * P32_3;
        return h ^ (h >>> 16);
    }

    /** XXH64 with a seed; SQL uses seed 0. */
    public static long hash64(byte[] s, int off, int len, long seed) {
        int p = off;
        int end = off + len;
        long h;
        if (len >= 32) {
            long a = seed + P64_1 + P64_2;
            long b = seed + P64_2;
            long c = seed;
            long d = seed - P64_1;
            for (; end - p >= 32; p += 32) {
                a = round64(a, getLong(s, p));
                b = round64(b, getLong(s, p + 8));
                c = round64(c, getLong(s, p + 16));
                d = round64(d, getLong(s, p + 24));
            }
            h = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
            h = merge64(merge64(merge64(merge64(h, a), b), c), d);
        } else {
            h = seed + P64_5;
        }
        return finish64(h + len, s, p, end);
    }

    private static long finish64(long start, byte[] s, int from, int end) {
        long h = start;
        int p = from;
        for (; end - p >= 8; p += 8) {
            h = Long.rotateLeft(h ^ round64(0, getLong(s, p)), 27) * P64_1 + P64_4;
        }
        if (end - p >= 4) {
            h = Long.rotateLeft(h ^ getUnsignedInt(s, p) * P64_1, 23) * P64_2 + P64_3;
            p += 4;
        }
        for (; p < end; p++) {
            h = Long.rotateLeft(h ^ (s[p] & 0xFF) * P64_5, 11) * P64_1;
        }
        return avalanche64(h);
    }

    static long avalanche64(long x) {
        long h = (x ^ (x >>> 33)) * P64_2;
        h = (h ^ (h >>> 29)) * P64_3;
        return h ^ (h >>> 32);
    }

    private static long round64(long acc, long input) {
        return Long.rotateLeft(acc + input * P64_2, 31) * P64_1;
    }

    private static long merge64(long h, long acc) {
        return (h ^ round64(0, acc)) * P64_1 + P64_4;
    }
}
