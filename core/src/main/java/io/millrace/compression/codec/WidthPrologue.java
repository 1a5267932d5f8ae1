package io.millrace.compression.codec;

/**
 * The beginning that Delta, DoubleDelta, Gorilla and GCD share: u8 width, u8 skip, and the skip bytes that make no whole
 * value.
 */
final class WidthPrologue {
    private WidthPrologue() {}

    /** Writes it and returns where in {@code src} the whole values begin. */
    static int write(int width, byte[] src, int off, int len, byte[] dest, int destOff) {
        int skip = len % width;
        dest[destOff] = (byte) width;
        dest[destOff + 1] = (byte) skip;
        System.arraycopy(src, off, dest, destOff + 2, skip);
        return off + skip;
    }

    /** Checks it, copies the skip bytes to {@code dest} and returns the width (1, 2, 4 or 8). */
    static int read(Codec codec, byte[] src, int off, int len, byte[] dest, int destOff, int rawSize) {
        int width = readAnyWidth(codec, src, off, len, dest, destOff, rawSize);
        if (!CodecErrors.isWordWidth(width)) {
            throw CodecErrors.corrupt(codec, "the width of values is " + width);
        }
        return width;
    }

    /** As {@link #read}, also for widths 16 and 32. */
    static int readAnyWidth(Codec codec, byte[] src, int off, int len, byte[] dest, int destOff, int rawSize) {
        if (len < 2) {
            throw CodecErrors.corrupt(codec, "the header is cut off");
        }
        int width = src[off] & 0xFF;
        if (!CodecErrors.isWordWidth(width) && width != 16 && width != 32) {
            throw CodecErrors.corrupt(codec, "the width of values is " + width);
        }
        int skip = rawSize % width;
        // the stored number is redundant, and disagreement means that sizes were tampered with
        if ((src[off + 1] & 0xFF) != skip || len - 2 < skip) {
            throw CodecErrors.corrupt(codec, "the header does not fit the size");
        }
        System.arraycopy(src, off + 2, dest, destOff, skip);
        return width;
    }
}
