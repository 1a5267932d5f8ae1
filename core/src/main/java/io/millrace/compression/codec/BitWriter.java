package io.millrace.compression.codec;

/** Appends bit fields to a byte array, most significant bit first; the array has room by contract. Not thread-safe. */
final class BitWriter {
    private final byte[] dest;
    private int at;
    private long pending;
    private int count;

    BitWriter(byte[] dest, int at) {
        this.dest = dest;
        this.at = at;
    }

    /** The lowest {@code bits} (0 to 64) bits of a value. */
    void write(int bits, long value) {
        if (bits > 32) {
            write(bits - 32, value >>> 32);
            write(32, value);
            return;
        }
        pending = pending << bits | (value & ((1L << bits) - 1));
        count += bits;
        while (count >= 8) {
            count -= 8;
            dest[at++] = (byte) (pending >>> count);
        }
    }

    /** Pads the last byte with zeros and returns the position after it. */
    int finish() {
        if (count > 0) {
            dest[at++] = (byte) (pending << (8 - count));
            count = 0;
        }
        return at;
    }
}
