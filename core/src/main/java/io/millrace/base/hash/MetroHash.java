package io.millrace.base.hash;

import static io.millrace.base.hash.LittleEndian.getLong;
import static io.millrace.base.hash.LittleEndian.getShort;
import static io.millrace.base.hash.LittleEndian.getUnsignedInt;

/** MetroHash64, first legacy form with seed 0: SQL's {@code metroHash64}. Stateless. */
public final class MetroHash {
    private static final long K0 = 0xC83A91E1L;
    private static final long K1 = 0x8648DBDBL;
    private static final long K2 = 0x7BDEC03BL;
    private static final long K3 = 0x2F5870A5L;

    private MetroHash() {}

    /** The 64-bit hash of a byte range. */
    public static long hash64(byte[] s, int off, int len) {
        int p = off;
        int end = off + len;
        long h = K2 * K0 + len;
        if (len >= 32) {
            long a = h;
            long b = h;
            long c = h;
            long d = h;
            for (; end - p >= 32; p += 32) {
                a = Long.rotateRight(a + getLong(s, p) * K0, 29) + c;
                b = Long.rotateRight(b + getLong(s, p + 8) * K1, 29) + d;
                c = Long.rotateRight(c + getLong(s, p + 16) * K2, 29) + a;
                d = Long.rotateRight(d + getLong(s, p + 24) * K3, 29) + b;
            }
            c ^= Long.rotateRight((a + d) * K0 + b, 33) * K1;
            d ^= Long.rotateRight((b + c) * K1 + a, 33) * K0;
            a ^= Long.rotateRight((a + c) * K0 + d, 33) * K1;
            b ^= Long.rotateRight((b + d) * K1 + c, 33) * K0;
            h += a ^ b;
        }
        if (end - p >= 16) {
            long a = Long.rotateRight(h + getLong(s, p) * K0, 33) * K1;
            long b = Long.rotateRight(h + getLong(s, p + 8) * K1, 33) * K2;
            a ^= Long.rotateRight(a * K0, 35) + b;
            b ^= Long.rotateRight(b * K3, 35) + a;
            h += b;
            p += 16;
        }
        if (end - p >= 8) {
            h = absorb(h, getLong(s, p), 33);
            p += 8;
        }
        if (end - p >= 4) {
            h = absorb(h, getUnsignedInt(s, p), 15);
            p += 4;
        }
        if (end - p >= 2) {
            h = absorb(h, getShort(s, p), 13);
            p += 2;
        }
        if (end > p) {
            h = absorb(h, s[p] & 0xFF, 25);
        }
        h = (h ^ Long.rotateRight(h, 33)) * K0;
        return h ^ Long.rotateRight(h, 33);
    }

    private static long absorb(long h, long value, int rotation) {
        long sum = h + value * K3;
        return sum ^ Long.rotateRight(sum, rotation) * K1;
    }
}
