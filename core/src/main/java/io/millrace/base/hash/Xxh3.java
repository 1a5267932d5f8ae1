package io.millrace.base.hash;

import static io.millrace.base.hash.LittleEndian.getInt;
import static io.millrace.base.hash.LittleEndian.getLong;
import static io.millrace.base.hash.LittleEndian.getUnsignedInt;

import java.util.HexFormat;

/** XXH3 in 64 bits with the default secret and seed 0: SQL's {@code xxh3}. Stateless. */
public final class Xxh3 {
    private static final byte[] SECRET = HexFormat.of()
            .parseHex("b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
                    + "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
                    + "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8"
                    + "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364"
                    + "eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e"
                    + "2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e");
    private static final long P32_1 = 0x9E3779B1L;
    private static final long P32_2 = 0x85EBCA77L;
    private static final long P32_3 = 0xC2B2AE3DL;
    private static final long P64_1 = 0x9E3779B185EBCA87L;
    private static final long P64_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P64_3 = 0x165667B19E3779F9L;
    private static final long P64_4 = 0x85EBCA77C2B2AE63L;
    private static final long P64_5 = 0x27D4EB2F165667C5L;
    private static final long MX1 = 0x165667919E3779F9L;
    private static final long MX2 = 0x9FB21C651E98DF25L;
    private static final int STRIPE = 64;
    private static final int STRIPES_PER_BLOCK = (192 - STRIPE) / 8;

    private Xxh3() {}

    /** The 64-bit hash of a byte range. */
    public static long hash64(byte[] s, int off, int len) {
        if (len <= 16) {
            return upTo16(s, off, len);
        }
        if (len <= 240) {
            return len <= 128 ? upTo128(s, off, len) : upTo240(s, off, len);
        }
        return large(s, off, len);
    }

    private static long upTo16(byte[] s, int off, int len) {
        if (len > 8) {
            long low = getLong(s, off) ^ (secret(24) ^ secret(32));
            long high = getLong(s, off + len - 8) ^ (secret(40) ^ secret(48));
            return avalanche(len + Long.reverseBytes(low) + high + foldedProduct(low, high));
        }
        if (len >= 4) {
            long first = getInt(s, off);
            long last = getUnsignedInt(s, off + len - 4);
            long h = (last + (first << 32)) ^ (secret(8) ^ secret(16));
            h ^= Long.rotateLeft(h, 49) ^ Long.rotateLeft(h, 24);
            h *= MX2;
            h ^= (h >>> 35) + len;
            h *= MX2;
            return h ^ (h >>> 28);
        }
        if (len > 0) {
            long combined = (s[off] & 0xFFL) << 16
                    | (s[off + (len >> 1)] & 0xFFL) << 24
                    | (s[off + len - 1] & 0xFFL)
                    | (long) len << 8;
            return XxHash.avalanche64(combined ^ (getUnsignedInt(SECRET, 0) ^ getUnsignedInt(SECRET, 4)));
        }
        return XxHash.avalanche64(secret(56) ^ secret(64));
    }

    private static long upTo128(byte[] s, int off, int len) {
        long acc = len * P64_1;
        for (int i = (len - 1) / 32; i >= 0; i--) {
            acc += mix16(s, off + 16 * i, 32 * i);
            acc += mix16(s, off + len - 16 * (i + 1), 32 * i + 16);
        }
        return avalanche(acc);
    }

    private static long upTo240(byte[] s, int off, int len) {
        long acc = len * P64_1;
        for (int i = 0; i < 8; i++) {
            acc += mix16(s, off + 16 * i, 16 * i);
        }
        acc = avalanche(acc);
        for (int i = 8; i < len / 16; i++) {
            acc += mix16(s, off + 16 * i, 16 * (i - 8) + 3);
        }
        return avalanche(acc + mix16(s, off + len - 16, 136 - 17));
    }

    private static long large(byte[] s, int off, int len) {
        long a0 = P32_3;
        long a1 = P64_1;
        long a2 = P64_2;
        long a3 = P64_3;
        long a4 = P64_4;
        long a5 = P32_2;
        long a6 = P64_5;
        long a7 = P32_1;
        int end = off + len;
        int stripes = (len - 1) / STRIPE;
        int inBlock = 0;
        // one more turn than there are whole stripes: the last 64 bytes, which may overlap, with their own part of the
        // secret
        for (int i = 0; i <= stripes; i++) {
            int p = i < stripes ? off + STRIPE * i : end - STRIPE;
            int k = i < stripes ? 8 * inBlock : 192 - STRIPE - 7;
            long d0 = getLong(s, p);
            long d1 = getLong(s, p + 8);
            long d2 = getLong(s, p + 16);
            long d3 = getLong(s, p + 24);
            long d4 = getLong(s, p + 32);
            long d5 = getLong(s, p + 40);
            long d6 = getLong(s, p + 48);
            long d7 = getLong(s, p + 56);
            a0 += d1 + halvesProduct(d0 ^ secret(k));
            a1 += d0 + halvesProduct(d1 ^ secret(k + 8));
            a2 += d3 + halvesProduct(d2 ^ secret(k + 16));
            a3 += d2 + halvesProduct(d3 ^ secret(k + 24));
            a4 += d5 + halvesProduct(d4 ^ secret(k + 32));
            a5 += d4 + halvesProduct(d5 ^ secret(k + 40));
            a6 += d7 + halvesProduct(d6 ^ secret(k + 48));
            a7 += d6 + halvesProduct(d7 ^ secret(k + 56));
            if (++inBlock == STRIPES_PER_BLOCK && i < stripes) {
                inBlock = 0;
                a0 = scramble(a0, 128);
                a1 = scramble(a1, 136);
                a2 = scramble(a2, 144);
                a3 = scramble(a3, 152);
                a4 = scramble(a4, 160);
                a5 = scramble(a5, 168);
                a6 = scramble(a6, 176);
                a7 = scramble(a7, 184);
            }
        }
        long result = len * P64_1;
        result += foldedProduct(a0 ^ secret(11), a1 ^ secret(19));
        result += foldedProduct(a2 ^ secret(27), a3 ^ secret(35));
        result += foldedProduct(a4 ^ secret(43), a5 ^ secret(51));
        result += foldedProduct(a6 ^ secret(59), a7 ^ secret(67));
        return avalanche(result);
    }

    private static long secret(int at) {
        return getLong(SECRET, at);
    }

    private static long mix16(byte[] s, int at, int secretAt) {
        return foldedProduct(getLong(s, at) ^ secret(secretAt), getLong(s, at + 8) ^ secret(secretAt + 8));
    }

    private static long halvesProduct(long x) {
        return (x & 0xFFFFFFFFL) * (x >>> 32);
    }

    private static long foldedProduct(long x, long y) {
        return (x * y) ^ Math.unsignedMultiplyHigh(x, y);
    }

    private static long scramble(long acc, int secretAt) {
        return (acc ^ (acc >>> 47) ^ secret(secretAt)) * P32_1;
    }

    private static long avalanche(long x) {
        long h = (x ^ (x >>> 37)) * MX1;
        return h ^ (h >>> 32);
    }
}
