package io.millrace.compression.codec;

import io.millrace.base.hash.LittleEndian;

/**
 * The LZ4 block decoder in Java: used where the native library is absent, and for blocks that refer back to earlier
 * output.
 *
 * <p>Stateless. Short literals and matches, by far the most, are copied with fixed-size moves that may write a few
 * bytes too many inside the room; everything near an edge takes the exact way. Reads and writes never leave the given
 * ranges.
 */
public final class Lz4Decoder {
    private static final int MIN_MATCH = 4;

    private Lz4Decoder() {}

    /**
     * Decompresses one block.
     *
     * @param room bytes that may be written at {@code destOff}
     * @param history first byte of {@code dest} that matches may refer to: {@code destOff} for an independent block
     * @return raw size, or -1 if the block is malformed or does not fit
     */
    public static int decompress(byte[] src, int off, int len, byte[] dest, int destOff, int room, int history) {
        int in = off;
        int inEnd = off + len;
        int out = destOff;
        int outEnd = destOff + room;
        int inFast = inEnd - 20;
        int outFast = outEnd - 36;
        while (in < inEnd) {
            int token = src[in++] & 0xFF;
            int literals = token >>> 4;
            if (literals < 15 && in < inFast && out < outFast) {
                move8(src, in, dest, out);
                move8(src, in + 8, dest, out + 8);
                in += literals;
                out += literals;
            } else {
                if (literals == 15) {
                    int more;
                    do {
                        if (in >= inEnd) {
                            return -1;
                        }
                        more = src[in++] & 0xFF;
                        literals += more;
                    } while (more == 255 && literals >= 0);
                }
                if (literals < 0 || literals > inEnd - in || literals > outEnd - out) {
                    return -1;
                }
                System.arraycopy(src, in, dest, out, literals);
                in += literals;
                out += literals;
                if (in == inEnd) {
                    // a block ends with literals
                    return out - destOff;
                }
            }
            if (inEnd - in < 2) {
                return -1;
            }
            int distance = LittleEndian.getShort(src, in);
            in += 2;
            int from = out - distance;
            if (distance == 0 || from < history) {
                return -1;
            }
            int length = token & 15;
            if (length < 15 && distance >= 8 && out < outFast) {
                move8(dest, from, dest, out);
                move8(dest, from + 8, dest, out + 8);
                dest[out + 16] = dest[from + 16];
                dest[out + 17] = dest[from + 17];
                out += length + MIN_MATCH;
                continue;
            }
            if (length == 15) {
                int more;
                do {
                    if (in >= inEnd) {
                        return -1;
                    }
                    more = src[in++] & 0xFF;
                    length += more;
                } while (more == 255 && length >= 0);
            }
            length += MIN_MATCH;
            if (length < 0 || length > outEnd - out) {
                return -1;
            }
            copyMatch(dest, from, out, length);
            out += length;
        }
        return -1;
    }

    private static void copyMatch(byte[] dest, int from, int to, int length) {
        int distance = to - from;
        if (distance >= length) {
            System.arraycopy(dest, from, dest, to, length);
            return;
        }
        // an overlapping match repeats its first "distance" bytes: copy what is there, doubling
        int done = 0;
        int chunk = distance;
        while (done < length) {
            int step = Math.min(chunk, length - done);
            System.arraycopy(dest, from, dest, to + done, step);
            done += step;
            chunk += step;
        }
    }

    private static void move8(byte[] src, int from, byte[] dest, int to) {
        LittleEndian.putLong(dest, to, LittleEndian.getLong(src, from));
    }
}
