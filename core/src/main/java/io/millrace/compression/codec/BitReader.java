package io.millrace.compression.codec;

/**
 * Takes bit fields from a byte range, most significant bit first; running past its end is a corrupt payload. Not
 * thread-safe.
 */
final class BitReader {
    private final Codec codec;
    private final byte[] src;
    private final int end;
    private int at;
    /** Unread bits, left-aligned. */
    private long window;

    private int count;

    BitReader(Codec codec, byte[] src, int at, int end) {
        this.codec = codec;
        this.src = src;
        this.at = at;
        this.end = end;
    }

    /** The next {@code bits} (0 to 64) bits as an unsigned number. */
    long read(int bits) {
        if (bits > 32) {
            long high = read(bits - 32);
            return high << 32 | read(32);
        }
        if (bits == 0) {
            return 0;
        }
        if (count < bits) {
            refill(bits);
        }
        long value = window >>> (64 - bits);
        window <<= bits;
        count -= bits;
        return value;
    }

    /** Counts ones up to a zero, which is taken too, or up to {@code limit} ones. */
    int readOnes(int limit) {
        int ones = 0;
        while (ones < limit && read(1) == 1) {
            ones++;
        }
        return ones;
    }

    private void refill(int needed) {
        while (count <= 56 && at < end) {
            window |= (src[at++] & 0xFFL) << (56 - count);
            count += 8;
        }
        if (count < needed) {
            throw CodecErrors.corrupt(codec, "the bit stream is cut off");
        }
    }
}
