package io.millrace.base.hash;

import static io.millrace.base.hash.LittleEndian.getLong;

/**
 * SipHash-2-4 with 64-bit and 128-bit results, one-shot and streaming; ClickHouse's 128-bit form differs from the
 * published one.
 *
 * <p>One-shot methods are stateless; an instance is a stream (not thread-safe). ClickHouse's 128-bit finish is
 * {@code low = v0^v1},
 * {@code high = v2^v3} after the usual four rounds; the reference form xors other constants and needs four more rounds.
 */
public final class SipHash {
    private static final long INIT0 = 0x736f6d6570736575L;
    private static final long INIT1 = 0x646f72616e646f6dL;
    private static final long INIT2 = 0x6c7967656e657261L;
    private static final long INIT3 = 0x7465646279746573L;

    private final byte[] word = new byte[8];
    private final boolean reference;
    private long v0;
    private long v1;
    private long v2;
    private long v3;
    private long count;

    /** A stream with key (0, 0). */
    public SipHash() {
        this(0, 0, false);
    }

    /** A keyed stream; {@code reference} prepares the state for {@link #finish128} in the published 128-bit form. */
    public SipHash(long key0, long key1, boolean reference) {
        this.reference = reference;
        reset(key0, key1);
    }

    /** Starts anew with a key. */
    public void reset(long key0, long key1) {
        v0 = INIT0 ^ key0;
        v1 = INIT1 ^ key1 ^ (reference ? 0xEE : 0);
        v2 = INIT2 ^ key0;
        v3 = INIT3 ^ key1;
        count = 0;
    }

    /** Adds bytes. */
    public void update(byte[] bytes, int off, int len) {
        int from = off;
        int end = off + len;
        int pending = (int) (count & 7);
        count += len;
        if (pending > 0) {
            while (pending < 8 && from < end) {
                word[pending++] = bytes[from++];
            }
            if (pending < 8) {
                return;
            }
            absorb(getLong(word, 0));
        }
        for (; end - from >= 8; from += 8) {
            absorb(getLong(bytes, from));
        }
        System.arraycopy(bytes, from, word, 0, end - from);
    }

    /** Adds a number as its eight little-endian bytes. */
    public void updateLong(long value) {
        int pending = (int) (count & 7);
        if (pending == 0) {
            count += 8;
            absorb(value);
            return;
        }
        long low = getLong(word, 0) & (-1L >>> (64 - 8 * pending));
        count += 8;
        absorb(low | value << (8 * pending));
        LittleEndian.putLong(word, 0, value >>> (64 - 8 * pending));
    }

    /** Ends the stream with the 64-bit result; call {@link #reset} before using it again. */
    long finish64() {
        finalRounds(0xFF);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    /** Ends the stream with the 128-bit result, in ClickHouse's form or the reference form as the constructor said. */
    public void finish128(Hash128 out) {
        finalRounds(reference ? 0xEE : 0xFF);
        if (!reference) {
            out.set(v0 ^ v1, v2 ^ v3);
            return;
        }
        long low = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xDD;
        for (int i = 0; i < 4; i++) {
            round();
        }
        out.set(low, v0 ^ v1 ^ v2 ^ v3);
    }

    private void finalRounds(long mark) {
        int pending = (int) (count & 7);
        long last = count << 56;
        for (int i = 0; i < pending; i++) {
            last |= (word[i] & 0xFFL) << (8 * i);
        }
        absorb(last);
        v2 ^= mark;
        for (int i = 0; i < 4; i++) {
            round();
        }
    }

    private void absorb(long m) {
        v3 ^= m;
        round();
        round();
        v0 ^= m;
    }

    private void round() {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
    }

    /** SQL's {@code sipHash64} of raw bytes: key (0, 0). */
    public static long hash64(byte[] bytes, int off, int len) {
        return hash64(bytes, off, len, 0, 0);
    }

    /** SQL's {@code sipHash64Keyed}. */
    public static long hash64(byte[] bytes, int off, int len, long key0, long key1) {
        // spelled out in locals instead of using a stream, which would allocate its word buffer
        long a = INIT0 ^ key0;
        long b = INIT1 ^ key1;
        long c = INIT2 ^ key0;
        long d = INIT3 ^ key1;
        int words = len >>> 3;
        // the last turn of the loop takes the rest with the length in the top byte, the two after it are the final
        // double rounds
        for (int i = 0; i < words + 3; i++) {
            long m = 0;
            if (i < words) {
                m = getLong(bytes, off + 8 * i);
            } else if (i == words) {
                m = tail(bytes, off + 8 * words, len & 7) | (long) len << 56;
            } else if (i == words + 1) {
                c ^= 0xFF;
            }
            d ^= m;
            for (int r = 0; r < 2; r++) {
                a += b;
                b = Long.rotateLeft(b, 13) ^ a;
                a = Long.rotateLeft(a, 32);
                c += d;
                d = Long.rotateLeft(d, 16) ^ c;
                a += d;
                d = Long.rotateLeft(d, 21) ^ a;
                c += b;
                b = Long.rotateLeft(b, 17) ^ c;
                c = Long.rotateLeft(c, 32);
            }
            a ^= m;
        }
        return a ^ b ^ c ^ d;
    }

    private static long tail(byte[] bytes, int off, int len) {
        long m = 0;
        for (int i = 0; i < len; i++) {
            m |= (bytes[off + i] & 0xFFL) << (8 * i);
        }
        return m;
    }

    /**
     * How ClickHouse combines two 64-bit hashes (several arguments, tuple and array elements): the hash of both, left
     * first.
     */
    public static long combine64(long first, long second) {
        SipHash hash = new SipHash();
        hash.updateLong(first);
        hash.updateLong(second);
        return hash.finish64();
    }

    /**
     * SQL's {@code sipHash128}: key (0, 0), ClickHouse's finish. Also names of partitions and of files with long names.
     */
    public static void hash128(byte[] bytes, int off, int len, Hash128 out) {
        hash128(bytes, off, len, 0, 0, false, out);
    }

    /** SQL's {@code sipHash128Reference}: the published 128-bit form, key (0, 0). */
    static void hash128Reference(byte[] bytes, int off, int len, Hash128 out) {
        hash128(bytes, off, len, 0, 0, true, out);
    }

    /** The keyed 128-bit hash in either form. */
    public static void hash128(byte[] bytes, int off, int len, long key0, long key1, boolean reference, Hash128 out) {
        SipHash hash = new SipHash(key0, key1, reference);
        hash.update(bytes, off, len);
        hash.finish128(out);
    }

    /**
     * Combines {@code accumulated} with {@code next} into {@code accumulated}: {@code sipHash128} of several arguments.
     */
    public static void combine128(Hash128 accumulated, Hash128 next, boolean reference) {
        SipHash hash = new SipHash(0, 0, reference);
        hash.updateLong(accumulated.low());
        hash.updateLong(accumulated.high());
        hash.updateLong(next.low());
        hash.updateLong(next.high());
        hash.finish128(accumulated);
    }
}
