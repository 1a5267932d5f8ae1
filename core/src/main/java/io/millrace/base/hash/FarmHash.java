package io.millrace.base.hash;

import static io.millrace.base.hash.LittleEndian.getLong;
import static io.millrace.base.hash.LittleEndian.getUnsignedInt;

/**
 * FarmHash in 64 bits: the portable fingerprint, and the faster hash behind SQL's {@code farmHash64}, which differs
 * from it for some lengths.
 *
 * <p>Stateless, thread-safe, allocation-free.
 */
public final class FarmHash {
    private static final long K0 = 0xc3a5c85c97cb3127L;
    private static final long K1 = 0xb492b66fbe98f273L;
    private static final long K2 = 0x9ae16a3b2f90404fL;

    private FarmHash() {}

    /**
     * FarmHash's Hash64 in its portable form: SQL's {@code farmHash64}.
     *
     * <p>From 512 bytes on ClickHouse on x86-64 takes FarmHash's SSE4 form, whose values differ from these.
     */
    public static long hash64(byte[] s, int off, int len) {
        if (len <= 32) {
            return fingerprint64(s, off, len);
        }
        if (len <= 64) {
            return hash33to64(s, off, len);
        }
        if (len <= 96) {
            return hash65to96(s, off, len);
        }
        return len <= 256 ? fingerprint64(s, off, len) : large(s, off, len);
    }

    /** FarmHash's Fingerprint64, stable over all platforms: SQL's {@code farmFingerprint64}. */
    public static long fingerprint64(byte[] s, int off, int len) {
        if (len <= 16) {
            return fingerprint0to16(s, off, len);
        }
        if (len <= 32) {
            return fingerprint17to32(s, off, len);
        }
        return len <= 64 ? fingerprint33to64(s, off, len) : fingerprintLarge(s, off, len);
    }

    private static long shiftMix(long x) {
        return x ^ (x >>> 47);
    }

    /** Two words to one. */
    private static long fold(long u, long v, long mul) {
        long a = shiftMix((u ^ v) * mul);
        return shiftMix((v ^ a) * mul) * mul;
    }

    private static long fingerprint0to16(byte[] s, int off, int len) {
        if (len >= 8) {
            long mul = K2 + len * 2L;
            long a = getLong(s, off) + K2;
            long b = getLong(s, off + len - 8);
            return fold(Long.rotateRight(b, 37) * mul + a, (Long.rotateRight(a, 25) + b) * mul, mul);
        }
        if (len >= 4) {
            long mul = K2 + len * 2L;
            return fold(len + (getUnsignedInt(s, off) << 3), getUnsignedInt(s, off + len - 4), mul);
        }
        if (len > 0) {
            int y = (s[off] & 0xFF) + ((s[off + (len >> 1)] & 0xFF) << 8);
            int z = len + ((s[off + len - 1] & 0xFF) << 2);
            return shiftMix(y * K2 ^ z * K0) * K2;
        }
        return K2;
    }

    private static long fingerprint17to32(byte[] s, int off, int len) {
        long mul = K2 + len * 2L;
        long a = getLong(s, off) * K1;
        long b = getLong(s, off + 8);
        long c = getLong(s, off + len - 8) * mul;
        long d = getLong(s, off + len - 16) * K2;
        return fold(
                Long.rotateRight(a + b, 43) + Long.rotateRight(c, 30) + d, a + Long.rotateRight(b + K2, 18) + c, mul);
    }

    private static long fingerprint33to64(byte[] s, int off, int len) {
        int end = off + len;
        long mul = K2 + len * 2L;
        long a = getLong(s, off) * K2;
        long b = getLong(s, off + 8);
        long c = getLong(s, end - 8) * mul;
        long d = getLong(s, end - 16) * K2;
        long y = Long.rotateRight(a + b, 43) + Long.rotateRight(c, 30) + d;
        long z = fold(y, a + Long.rotateRight(b + K2, 18) + c, mul);
        long e = getLong(s, off + 16) * mul;
        long f = getLong(s, off + 24);
        long g = (y + getLong(s, end - 32)) * mul;
        long h = (z + getLong(s, end - 24)) * mul;
        return fold(
                Long.rotateRight(e + f, 43) + Long.rotateRight(g, 30) + h, e + Long.rotateRight(f + a, 18) + g, mul);
    }

    private static long fingerprintLarge(byte[] s, int off, int len) {
        long seed = 81;
        long x = seed * K2 + getLong(s, off);
        long y = seed * K1 + 113;
        long z = shiftMix(y * K2 + 113) * K2;
        long v0 = 0;
        long v1 = 0;
        long w0 = 0;
        long w1 = 0;
        int stop = off + ((len - 1) & ~63);
        int last = off + len - 64;
        long mul = K1;
        // the turn at "last" repeats the step over the last 64 bytes with another multiplier
        for (int p = off; ; p = p + 64 < stop ? p + 64 : last) {
            boolean atLast = p == last;
            if (atLast) {
                mul = K1 + ((z & 0xff) << 1);
                w0 += (len - 1) & 63;
                v0 += w0;
                w0 += v0;
                x = Long.rotateRight(x + y + v0 + getLong(s, p + 8), 37) * mul;
                y = Long.rotateRight(y + v1 + getLong(s, p + 48), 42) * mul;
                x ^= w1 * 9;
                y += v0 * 9 + getLong(s, p + 40);
            } else {
                x = Long.rotateRight(x + y + v0 + getLong(s, p + 8), 37) * K1;
                y = Long.rotateRight(y + v1 + getLong(s, p + 48), 42) * K1;
                x ^= w1;
                y += v0 + getLong(s, p + 40);
            }
            z = Long.rotateRight(z + w0, 33) * mul;
            long a = v1 * mul + getLong(s, p);
            long b = Long.rotateRight(x + w0 + a + getLong(s, p + 24), 21);
            long c = a;
            a += getLong(s, p + 8) + getLong(s, p + 16);
            v0 = a + getLong(s, p + 24);
            v1 = b + Long.rotateRight(a, 44) + c;
            a = z + w1 + getLong(s, p + 32);
            b = Long.rotateRight(y + getLong(s, p + 16) + a + getLong(s, p + 56), 21);
            c = a;
            a += getLong(s, p + 40) + getLong(s, p + 48);
            w0 = a + getLong(s, p + 56);
            w1 = b + Long.rotateRight(a, 44) + c;
            long swap = z;
            z = x;
            x = swap;
            if (atLast) {
                return fold(fold(v0, w0, mul) + shiftMix(y) * K0 + z, fold(v1, w1, mul) + x, mul);
            }
        }
    }

    private static long hash32(byte[] s, int off, int len, long mul, long seed0, long seed1) {
        long a = getLong(s, off) * K1;
        long b = getLong(s, off + 8);
        long c = getLong(s, off + len - 8) * mul;
        long d = getLong(s, off + len - 16) * K2;
        long u = Long.rotateRight(a + b, 43) + Long.rotateRight(c, 30) + d + seed0;
        long v = a + Long.rotateRight(b + K2, 18) + c + seed1;
        a = shiftMix((u ^ v) * mul);
        return shiftMix((v ^ a) * mul);
    }

    private static long hash33to64(byte[] s, int off, int len) {
        long mul0 = K2 - 30;
        long mul1 = K2 - 30 + 2L * len;
        long h0 = hash32(s, off, 32, mul0, 0, 0);
        long h1 = hash32(s, off + len - 32, 32, mul1, 0, 0);
        return (h1 * mul1 + h0) * mul1;
    }

    private static long hash65to96(byte[] s, int off, int len) {
        long mul0 = K2 - 114;
        long mul1 = K2 - 114 + 2L * len;
        long h0 = hash32(s, off, 32, mul0, 0, 0);
        long h1 = hash32(s, off + 32, 32, mul1, 0, 0);
        long h2 = hash32(s, off + len - 32, 32, mul1, h0, h1);
        return (h2 * 9 + (h0 >>> 17) + (h1 >>> 21)) * mul1;
    }

    private static long large(byte[] s, int off, int len) {
        long seed0 = 81;
        long x = seed0;
        long y = 113;
        long z = shiftMix(y * K2) * K2;
        long v0 = seed0;
        long v1 = 0;
        long w0 = 0;
        long w1 = 0;
        long u = x - z;
        x *= K2;
        long mul = K2 + (u & 0x82);
        int stop = off + ((len - 1) & ~63);
        for (int p = off; p < stop; p += 64) {
            long a0 = getLong(s, p);
            long a1 = getLong(s, p + 8);
            long a2 = getLong(s, p + 16);
            long a3 = getLong(s, p + 24);
            long a4 = getLong(s, p + 32);
            long a5 = getLong(s, p + 40);
            long a6 = getLong(s, p + 48);
            long a7 = getLong(s, p + 56);
            x += a0 + a1;
            y += a2;
            z += a3;
            v0 += a4;
            v1 += a5 + a1;
            w0 += a6;
            w1 += a7;
            x = Long.rotateRight(x, 26) * 9;
            y = Long.rotateRight(y, 29);
            z *= mul;
            v0 = Long.rotateRight(v0, 33);
            v1 = Long.rotateRight(v1, 30);
            w0 = (w0 ^ x) * 9;
            z = Long.rotateRight(z, 32) + w1;
            w1 += z;
            z *= 9;
            long swap = u;
            u = y;
            y = swap;
            z += a0 + a6;
            v0 += a2;
            v1 += a3;
            w0 += a4;
            w1 += a5 + a6;
            x += a1;
            y += a7;
            y += v0;
            v0 += x - y;
            v1 += w0;
            w0 += v1;
            w1 += x - y;
            x += w1;
            w1 = Long.rotateRight(w1, 34);
            swap = u;
            u = z;
            z = swap;
        }
        int p = off + len - 64;
        u *= 9;
        v1 = Long.rotateRight(v1, 28);
        v0 = Long.rotateRight(v0, 20);
        w0 += (len - 1) & 63;
        u += y;
        y += u;
        x = Long.rotateRight(y - x + v0 + getLong(s, p + 8), 37) * mul;
        y = Long.rotateRight(y ^ v1 ^ getLong(s, p + 48), 42) * mul;
        x ^= w1 * 9;
        y += v0 + getLong(s, p + 40);
        z = Long.rotateRight(z + w0, 33) * mul;
        long a = v1 * mul + getLong(s, p);
        long b = Long.rotateRight(x + w0 + a + getLong(s, p + 24), 21);
        long c = a;
        a += getLong(s, p + 8) + getLong(s, p + 16);
        v0 = a + getLong(s, p + 24);
        v1 = b + Long.rotateRight(a, 44) + c;
        a = z + w1 + getLong(s, p + 32);
        b = Long.rotateRight(y + getLong(s, p + 16) + a + getLong(s, p + 56), 21);
        c = a;
        a += getLong(s, p + 40) + getLong(s, p + 48);
        w0 = a + getLong(s, p + 56);
        w1 = b + Long.rotateRight(a, 44) + c;
        return rotatingFold(fold(v0 + x, w0 ^ y, mul) + z - u, rotatingFold(v1 + y, w1 + z, K2, 30) ^ x, K2, 31);
    }

    private static long rotatingFold(long x, long y, long mul, int rotation) {
        long a = shiftMix((x ^ y) * mul);
        return Long.rotateRight((y ^ a) * mul, rotation) * mul;
    }
}
