package io.millrace.compression.content;

import java.util.Arrays;

/** Bits in brotli's order, the lowest first. Not thread-safe. */
final class BrotliBits {
    private byte[] bytes = new byte[1 << 12];
    private long position;

    /** Appends the lowest {@code count} bits, at most 32. */
    void put(int value, int count) {
        int at = (int) (position >>> 3);
        if (at + 8 > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        long bits = (value & (1L << count) - 1) << (position & 7);
        bytes[at] |= (byte) bits;
        for (int i = 1; i <= (count + 7) / 8; i++) {
            bytes[at + i] = (byte) (bits >>> (8 * i));
        }
        position += count;
    }

    /** Fills the last byte with zeros. */
    void align() {
        position = position + 7 & ~7L;
        int at = (int) (position >>> 3);
        if (at + 8 > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        bytes[at] = 0;
    }

    void putBytes(byte[] source, int offset, int count) {
        int at = (int) (position >>> 3);
        if (at + count + 8 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + count + 8, 2 * bytes.length));
        }
        System.arraycopy(source, offset, bytes, at, count);
        position += 8L * count;
        bytes[at + count] = 0;
    }

    long position() {
        return position;
    }

    /** Forgets everything behind a position. */
    void rewind(long to) {
        position = to;
        int at = (int) (to >>> 3);
        bytes[at] &= (byte) ((1 << (to & 7)) - 1);
    }

    byte[] bytes() {
        return bytes;
    }

    int wholeBytes() {
        return (int) (position >>> 3);
    }

    /** Drops whole bytes that were taken out. */
    void dropWholeBytes() {
        int whole = wholeBytes();
        bytes[0] = bytes[whole];
        position &= 7;
    }
}
