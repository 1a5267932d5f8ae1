package io.millrace.base.hash;

import static io.millrace.base.hash.LittleEndian.getLong;
import static io.millrace.base.hash.LittleEndian.getUnsignedInt;

/**
 * CityHash 1.0.2, the 2011 release that ClickHouse keeps: SQL's {@code cityHash64}, checksums of compressed blocks and
 * files, Bloom filters.
 *
 * <p>Later releases of CityHash give other values for short inputs and for 128 bits. Stateless, thread-safe,
 * allocation-free.
 */
public final class CityHash {
    private static final long K0 = 0xc3a5c85c97cb3127L;
    private static final long K1 = 0xb492b66fbe98f273L;
    static final long K2 = 0x9ae16a3b2f90404fL;
    private static final long K3 = 0xc949d7c7509e6557L;
    private static final long MUL = 0x9ddfea08eb382d69L;

    /** What {@code cityHash64()} and its relatives answer without arguments, and for an empty tuple. */
    public static final long OF_NO_ARGUMENTS = 0xe28dbde7fe22e41cL;

    private CityHash() {}

    /**
     * Folds 128 bits into 64: how ClickHouse combines the hashes of several arguments, tuple elements and array
     * elements ({@code h = mix(h, next)}) for cityHash64, farmHash64, metroHash64,
     * xxHash64 and xxh3.
     */
    public static long mix(long u, long v) {
        long a = (u ^ v) * MUL;
        a ^= a >>> 47;
        long b = (v ^ a) * MUL;
        b ^= b >>> 47;
        return b * MUL;
    }

    /** The 64-bit hash of a byte range. */
    public static long hash64(byte[] s, int off, int len) {
        if (len <= 16) {
            return hash0to16(s, off, len);
        }
        if (len <= 32) {
            return hash17to32(s, off, len);
        }
        if (len <= 64) {
            return hash33to64(s, off, len);
        }
        int end = off + len;
        long x = getLong(s, off);
        long y = getLong(s, end - 16) ^ K1;
        long z = getLong(s, end - 56) ^ K0;
        // v and w are pairs made by "weak" over 32 bytes; spelled out here because Java returns no pairs
        long a = len + getLong(s, end - 64);
        long b = Long.rotateRight(y + a + getLong(s, end - 40), 21);
        long c = a;
        a += getLong(s, end - 56) + getLong(s, end - 48);
        long v0 = a + getLong(s, end - 40);
        long v1 = b + Long.rotateRight(a, 44) + c;
        a = len * K1 + getLong(s, end - 32);
        b = Long.rotateRight(K0 + a + getLong(s, end - 8), 21);
        c = a;
        a += getLong(s, end - 24) + getLong(s, end - 16);
        long w0 = a + getLong(s, end - 8);
        long w1 = b + Long.rotateRight(a, 44) + c;
        z += shiftMix(v1) * K1;
        x = Long.rotateRight(z + x, 39) * K1;
        y = Long.rotateRight(y, 33) * K1;
        int stop = off + ((len - 1) & ~63);
        for (int p = off; p < stop; p += 64) {
            long p0 = getLong(s, p);
            long p8 = getLong(s, p + 8);
            long p16 = getLong(s, p + 16);
            long p24 = getLong(s, p + 24);
            long p32 = getLong(s, p + 32);
            long p40 = getLong(s, p + 40);
            long p48 = getLong(s, p + 48);
            long p56 = getLong(s, p + 56);
            x = Long.rotateRight(x + y + v0 + p16, 37) * K1;
            y = Long.rotateRight(y + v1 + p48, 42) * K1;
            x ^= w1;
            y ^= v0;
            z = Long.rotateRight(z ^ w0, 33);
            a = v1 * K1 + p0;
            b = Long.rotateRight(x + w0 + a + p24, 21);
            c = a;
            a += p8 + p16;
            v0 = a + p24;
            v1 = b + Long.rotateRight(a, 44) + c;
            a = z + w1 + p32;
            b = Long.rotateRight(y + a + p56, 21);
            c = a;
            a += p40 + p48;
            w0 = a + p56;
            w1 = b + Long.rotateRight(a, 44) + c;
            long swap = z;
            z = x;
            x = swap;
        }
        return mix(mix(v0, w0) + shiftMix(y) * K1 + z, mix(v1, w1) + x);
    }

    /** The 128-bit hash without a seed: the checksum of a compressed block. */
    public static void hash128(byte[] s, int off, int len, Hash128 out) {
        if (len >= 16) {
            hash128WithSeed(s, off + 16, len - 16, getLong(s, off) ^ K3, getLong(s, off + 8), out);
        } else if (len >= 8) {
            hash128WithSeed(s, off, 0, getLong(s, off) ^ (len * K0), getLong(s, off + len - 8) ^ K1, out);
        } else {
            hash128WithSeed(s, off, len, K0, K1, out);
        }
    }

    /** The 128-bit hash with a 128-bit seed: one link of the chained file hash. */
    public static void hash128WithSeed(byte[] s, int off, int len, long seedLow, long seedHigh, Hash128 out) {
        if (len < 128) {
            murmur(s, off, len, seedLow, seedHigh, out);
            return;
        }
        long x = seedLow;
        long y = seedHigh;
        long z = len * K1;
        long v0 = Long.rotateRight(y ^ K1, 49) * K1 + getLong(s, off);
        long v1 = Long.rotateRight(v0, 42) * K1 + getLong(s, off + 8);
        long w0 = Long.rotateRight(y + z, 35) * K1 + x;
        long w1 = Long.rotateRight(x + getLong(s, off + 88), 53) * K1;
        int p = off;
        int end = off + len;
        // 64 bytes a turn, an even number of turns: the swap of z and x needs no second copy of the step
        int stop = off + (len & ~127);
        while (p < stop) {
            long p0 = getLong(s, p);
            long p8 = getLong(s, p + 8);
            long p16 = getLong(s, p + 16);
            long p24 = getLong(s, p + 24);
            long p32 = getLong(s, p + 32);
            long p40 = getLong(s, p + 40);
            long p48 = getLong(s, p + 48);
            long p56 = getLong(s, p + 56);
            x = Long.rotateRight(x + y + v0 + p16, 37) * K1;
            y = Long.rotateRight(y + v1 + p48, 42) * K1;
            x ^= w1;
            y ^= v0;
            z = Long.rotateRight(z ^ w0, 33);
            long a = v1 * K1 + p0;
            long b = Long.rotateRight(x + w0 + a + p24, 21);
            long c = a;
            a += p8 + p16;
            v0 = a + p24;
            v1 = b + Long.rotateRight(a, 44) + c;
            a = z + w1 + p32;
            b = Long.rotateRight(y + a + p56, 21);
            c = a;
            a += p40 + p48;
            w0 = a + p56;
            w1 = b + Long.rotateRight(a, 44) + c;
            long swap = z;
            z = x;
            x = swap;
            p += 64;
        }
        int rest = end - p;
        y += Long.rotateRight(w0, 37) * K0 + z;
        x += Long.rotateRight(v0 + z, 49) * K0;
        // the last tail may begin before p: those bytes are hashed twice, by design of the function
        for (int done = 0; done < rest; ) {
            done += 32;
            int t = end - done;
            y = Long.rotateRight(y - x, 42) * K0 + v1;
            w0 += getLong(s, t + 16);
            x = Long.rotateRight(x, 49) * K0 + w0;
            w0 += v0;
            long a = v0 + getLong(s, t);
            long b = Long.rotateRight(v1 + a + getLong(s, t + 24), 21);
            long c = a;
            a += getLong(s, t + 8) + getLong(s, t + 16);
            v0 = a + getLong(s, t + 24);
            v1 = b + Long.rotateRight(a, 44) + c;
        }
        x = mix(x, v0);
        y = mix(y, w0);
        out.set(mix(x + v1, w1) + y, mix(x + w1, y + v1));
    }

    private static void murmur(byte[] s, int off, int len, long seedLow, long seedHigh, Hash128 out) {
        long a = seedLow;
        long b = seedHigh;
        long c;
        long d;
        int rest = len - 16;
        if (rest <= 0) {
            a = shiftMix(a * K1) * K1;
            c = b * K1 + hash0to16(s, off, len);
            d = shiftMix(a + (len >= 8 ? getLong(s, off) : c));
        } else {
            c = mix(getLong(s, off + len - 8) + K1, a);
            d = mix(b + len, c + getLong(s, off + len - 16));
            a += d;
            for (int p = off; rest > 0; p += 16, rest -= 16) {
                a ^= shiftMix(getLong(s, p) * K1) * K1;
                a *= K1;
                b ^= a;
                c ^= shiftMix(getLong(s, p + 8) * K1) * K1;
                c *= K1;
                d ^= c;
            }
        }
        a = mix(a, c);
        b = mix(d, b);
        out.set(a ^ b, mix(b, a));
    }

    private static long shiftMix(long x) {
        return x ^ (x >>> 47);
    }

    private static long hash0to16(byte[] s, int off, int len) {
        if (len > 8) {
            long a = getLong(s, off);
            long b = getLong(s, off + len - 8);
            return mix(a, Long.rotateRight(b + len, len)) ^ b;
        }
        if (len >= 4) {
            return mix(len + (getUnsignedInt(s, off) << 3), getUnsignedInt(s, off + len - 4));
        }
        if (len > 0) {
            int y = (s[off] & 0xFF) + ((s[off + (len >> 1)] & 0xFF) << 8);
            int z = len + ((s[off + len - 1] & 0xFF) << 2);
            return shiftMix(y * K2 ^ z * K3) * K2;
        }
        return K2;
    }

    private static long hash17to32(byte[] s, int off, int len) {
        long a = getLong(s, off) * K1;
        long b = getLong(s, off + 8);
        long c = getLong(s, off + len - 8) * K2;
        long d = getLong(s, off + len - 16) * K0;
        return mix(
                Long.rotateRight(a - b, 43) + Long.rotateRight(c, 30) + d, a + Long.rotateRight(b ^ K3, 20) - c + len);
    }

    private static long hash33to64(byte[] s, int off, int len) {
        int end = off + len;
        long z = getLong(s, off + 24);
        long a = getLong(s, off) + (len + getLong(s, end - 16)) * K0;
        long b = Long.rotateRight(a + z, 52);
        long c = Long.rotateRight(a, 37);
        a += getLong(s, off + 8);
        c += Long.rotateRight(a, 7);
        a += getLong(s, off + 16);
        long vf = a + z;
        long vs = b + Long.rotateRight(a, 31) + c;
        a = getLong(s, off + 16) + getLong(s, end - 32);
        z = getLong(s, end - 8);
        b = Long.rotateRight(a + z, 52);
        c = Long.rotateRight(a, 37);
        a += getLong(s, end - 24);
        c += Long.rotateRight(a, 7);
        a += getLong(s, end - 16);
        long wf = a + z;
        long ws = b + Long.rotateRight(a, 31) + c;
        long r = shiftMix((vf + ws) * K2 + (wf + vs) * K0);
        return shiftMix(r * K0 + vs) * K2;
    }
}
