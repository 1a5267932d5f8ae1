package io.millrace.compression.codec;

import static io.millrace.base.hash.LittleEndian.getInt;
import static io.millrace.base.hash.LittleEndian.getLong;
import static io.millrace.base.hash.LittleEndian.getShort;
import static io.millrace.base.hash.LittleEndian.putInt;
import static io.millrace.base.hash.LittleEndian.putLong;
import static io.millrace.base.hash.LittleEndian.putShort;

import java.util.List;

/**
 * Delta(width): each value replaced by its difference to the one before; prepares slowly changing values for a
 * compressor.
 *
 * <p>Payload: u8 width, u8 skip = size mod width, skip bytes as they are, then differences modulo 2^(8 width), the
 * first against 0.
 */
final class DeltaCodec implements Codec {
    private final int width;

    public DeltaCodec() {
        this(1);
    }

    private DeltaCodec(int width) {
        this.width = width;
    }

    @Override
    public int method() {
        return 0x92;
    }

    @Override
    public String name() {
        return "Delta";
    }

    @Override
    public boolean isGeneric() {
        return false;
    }

    @Override
    public boolean compresses() {
        return false;
    }

    @Override
    public Codec with(List<String> arguments, ElementType type) {
        return new DeltaCodec(CodecErrors.width(this, arguments, type));
    }

    @Override
    public int maxCompressedSize(int rawSize) {
        return rawSize + 2;
    }

    @Override
    public int compress(byte[] src, int off, int len, byte[] dest, int destOff) {
        int in = WidthPrologue.write(width, src, off, len, dest, destOff);
        int out = destOff + (in - off) + 2;
        int end = off + len;
        switch (width) {
            case 1 -> {
                int previous = 0;
                for (; in < end; in++, out++) {
                    int value = src[in];
                    dest[out] = (byte) (value - previous);
                    previous = value;
                }
            }
            case 2 -> {
                int previous = 0;
                for (; in < end; in += 2, out += 2) {
                    int value = getShort(src, in);
                    putShort(dest, out, value - previous);
                    previous = value;
                }
            }
            case 4 -> {
                int previous = 0;
                for (; in < end; in += 4, out += 4) {
                    int value = getInt(src, in);
                    putInt(dest, out, value - previous);
                    previous = value;
                }
            }
            default -> {
                long previous = 0;
                for (; in < end; in += 8, out += 8) {
                    long value = getLong(src, in);
                    putLong(dest, out, value - previous);
                    previous = value;
                }
            }
        }
        return out - destOff;
    }

    @Override
    public void decompress(byte[] src, int off, int len, byte[] dest, int destOff, int rawSize) {
        int stored = WidthPrologue.read(this, src, off, len, dest, destOff, rawSize);
        CodecErrors.checkSize(this, len - 2L, rawSize);
        int skip = rawSize % stored;
        int in = off + 2 + skip;
        int out = destOff + skip;
        int end = destOff + rawSize;
        switch (stored) {
            case 1 -> {
                int sum = 0;
                for (; out < end; in++, out++) {
                    sum += src[in];
                    dest[out] = (byte) sum;
                }
            }
            case 2 -> {
                int sum = 0;
                for (; out < end; in += 2, out += 2) {
                    sum += getShort(src, in);
                    putShort(dest, out, sum);
                }
            }
            case 4 -> {
                int sum = 0;
                for (; out < end; in += 4, out += 4) {
                    sum += getInt(src, in);
                    putInt(dest, out, sum);
                }
            }
            default -> {
                long sum = 0;
                for (; out < end; in += 8, out += 8) {
                    sum += getLong(src, in);
                    putLong(dest, out, sum);
                }
            }
        }
    }

    @Override
    public long maxRawSize(byte[] src, int off, int len) {
        return len;
    }

    @Override
    public String toString() {
        return "Delta(" + width + ")";
    }
}
