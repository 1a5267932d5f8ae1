package io.millrace.compression.codec;

import io.millrace.base.hash.LittleEndian;
import java.util.List;

/**
 * Gorilla(width): each value xored with the one before, without its leading and trailing zero bits; for gauges in
 * floating point.
 *
 * <p>Payload: the width prologue, u32 count, first value, then per value {@code 0} if equal, {@code 10} + bits of the
 * window of the value before, or {@code 11} + leading zeros + number of data bits + data.
 */
final class GorillaCodec implements Codec {
    private final int width;

    public GorillaCodec() {
        this(1);
    }

    private GorillaCodec(int width) {
        this.width = width;
    }

    @Override
    public int method() {
        return 0x95;
    }

    @Override
    public String name() {
        return "Gorilla";
    }

    @Override
    public boolean isGeneric() {
        return false;
    }

    @Override
    public boolean compresses() {
        return true;
    }

    @Override
    public Codec with(List<String> arguments, ElementType type) {
        return new GorillaCodec(CodecErrors.width(this, arguments, type));
    }

    @Override
    public int maxCompressedSize(int rawSize) {
        int perValue = 2 + (lengthBits(width) - 1) + lengthBits(width) + 8 * width;
        return Math.toIntExact(2 + 4 + 8 + rawSize % width + ((long) rawSize / width * perValue + 7) / 8);
    }

    /** Bits that hold a number of data bits: 4, 5, 6, 7 for widths 1, 2, 4, 8. */
    private static int lengthBits(int width) {
        return 4 + Integer.numberOfTrailingZeros(width);
    }

    @Override
    public int compress(byte[] src, int off, int len, byte[] dest, int destOff) {
        int in = WidthPrologue.write(width, src, off, len, dest, destOff);
        int out = destOff + 2 + (in - off);
        int count = len / width;
        LittleEndian.putInt(dest, out, count);
        out += 4;
        if (count == 0) {
            return out - destOff;
        }
        long previous = LittleEndian.get(src, in, width);
        LittleEndian.put(dest, out, width, previous);
        BitWriter bits = new BitWriter(dest, out + width);
        int unused = 64 - 8 * width;
        int lengthBits = lengthBits(width);
        int windowLeading = 0;
        int windowTrailing = 0;
        int windowBits = 0;
        int end = off + len;
        for (in += width; in < end; in += width) {
            long value = LittleEndian.get(src, in, width);
            long change = value ^ previous;
            previous = value;
            if (change == 0) {
                bits.write(1, 0);
                continue;
            }
            int leading = Long.numberOfLeadingZeros(change) - unused;
            int trailing = Long.numberOfTrailingZeros(change);
            if (windowBits != 0 && windowLeading <= leading && windowTrailing <= trailing) {
                bits.write(2, 0b10);
            } else {
                windowLeading = leading;
                windowTrailing = trailing;
                windowBits = 8 * width - leading - trailing;
                bits.write(2, 0b11);
                bits.write(lengthBits - 1, leading);
                bits.write(lengthBits, windowBits);
            }
            bits.write(windowBits, change >>> windowTrailing);
        }
        return bits.finish() - destOff;
    }

    @Override
    public void decompress(byte[] src, int off, int len, byte[] dest, int destOff, int rawSize) {
        int stored = WidthPrologue.read(this, src, off, len, dest, destOff, rawSize);
        int skip = rawSize % stored;
        int in = off + 2 + skip;
        int out = destOff + skip;
        int end = off + len;
        int count = rawSize / stored;
        if (end - in < 4 || LittleEndian.getInt(src, in) != count) {
            throw CodecErrors.corrupt(this, "the number of values does not fit the size");
        }
        in += 4;
        if (count == 0) {
            return;
        }
        if (end - in < stored) {
            throw CodecErrors.corrupt(this, "the first value is cut off");
        }
        long value = LittleEndian.get(src, in, stored);
        LittleEndian.put(dest, out, stored, value);
        BitReader bits = new BitReader(this, src, in + stored, end);
        int lengthBits = lengthBits(stored);
        int windowBits = 0;
        int windowTrailing = 0;
        int outEnd = destOff + rawSize;
        for (out += stored; out < outEnd; out += stored) {
            if (bits.read(1) == 1) {
                if (bits.read(1) == 1) {
                    int leading = (int) bits.read(lengthBits - 1);
                    windowBits = (int) bits.read(lengthBits);
                    windowTrailing = 8 * stored - leading - windowBits;
                }
                if (windowBits == 0 || windowTrailing < 0) {
                    throw CodecErrors.corrupt(this, "a value has an impossible number of bits");
                }
                value ^= bits.read(windowBits) << windowTrailing;
            }
            LittleEndian.put(dest, out, stored, value);
        }
    }

    @Override
    public long maxRawSize(byte[] src, int off, int len) {
        return 64L * len + 64;
    }

    @Override
    public String toString() {
        return "Gorilla(" + width + ")";
    }
}
