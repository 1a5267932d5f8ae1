package io.millrace.compression.codec;

import io.millrace.base.hash.LittleEndian;
import java.util.List;

/**
 * DoubleDelta(width): differences of differences in variable-length bit fields; for clocks and counters.
 *
 * <p>Payload: the width prologue, u32 count, first value, first delta, then per value one of {@code 0}, {@code 10}+7,
 * {@code 110}+9,
 * {@code 1110}+12, {@code 11110}+32, {@code 11111}+64 bits, where the field is a sign bit and the magnitude minus one.
 */
final class DoubleDeltaCodec implements Codec {
    /** Bits of the field (sign included) after that many ones. */
    private static final int[] FIELD_BITS = {0, 7, 9, 12, 32, 64};

    private final int width;

    public DoubleDeltaCodec() {
        this(1);
    }

    private DoubleDeltaCodec(int width) {
        this.width = width;
    }

    @Override
    public int method() {
        return 0x94;
    }

    @Override
    public String name() {
        return "DoubleDelta";
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
        return new DoubleDeltaCodec(CodecErrors.width(this, arguments, type));
    }

    @Override
    public int maxCompressedSize(int rawSize) {
        // the widest field that differences of this width can need, with its ones in front
        int perValue = width == 1 ? 12 : width == 2 ? 37 : 69;
        return Math.toIntExact(2 + 4 + 8 + 8 + rawSize % width + ((long) rawSize / width * perValue + 7) / 8);
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
        in += width;
        out += width;
        if (count == 1) {
            return out - destOff;
        }
        long value = LittleEndian.get(src, in, width);
        long delta = value - previous;
        LittleEndian.put(dest, out, width, delta);
        in += width;
        out += width;
        previous = value;
        int shift = 64 - 8 * width;
        BitWriter bits = new BitWriter(dest, out);
        for (int end = off + len; in < end; in += width) {
            value = LittleEndian.get(src, in, width);
            long newDelta = value - previous;
            writeChange(bits, (newDelta - delta) << shift >> shift);
            delta = newDelta;
            previous = value;
        }
        return bits.finish() - destOff;
    }

    private static void writeChange(BitWriter bits, long change) {
        if (change == 0) {
            bits.write(1, 0);
            return;
        }
        long sign = change >>> 63;
        long magnitude = Math.abs(change) - 1;
        if (change > -63 && change < 64) {
            bits.write(2, 0b10);
            bits.write(7, sign << 6 | magnitude);
        } else if (change > -255 && change < 256) {
            bits.write(3, 0b110);
            bits.write(9, sign << 8 | magnitude);
        } else if (change > -2047 && change < 2048) {
            bits.write(4, 0b1110);
            bits.write(12, sign << 11 | magnitude);
        } else if (change > Integer.MIN_VALUE && change < Integer.MAX_VALUE) {
            bits.write(5, 0b11110);
            bits.write(32, sign << 31 | magnitude);
        } else {
            bits.write(5, 0b11111);
            bits.write(64, sign << 63 | magnitude);
        }
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
        if (end - in < stored * Math.min(count, 2)) {
            throw CodecErrors.corrupt(this, "the first values are cut off");
        }
        if (count == 0) {
            return;
        }
        long value = LittleEndian.get(src, in, stored);
        LittleEndian.put(dest, out, stored, value);
        if (count == 1) {
            return;
        }
        long delta = LittleEndian.get(src, in + stored, stored);
        value += delta;
        out += stored;
        LittleEndian.put(dest, out, stored, value);
        BitReader bits = new BitReader(this, src, in + 2 * stored, end);
        int outEnd = destOff + rawSize;
        for (out += stored; out < outEnd; out += stored) {
            int field = FIELD_BITS[bits.readOnes(5)];
            if (field > 0) {
                long negative = bits.read(1);
                long magnitude = bits.read(field - 1) + 1;
                delta += negative == 1 ? -magnitude : magnitude;
            }
            value += delta;
            LittleEndian.put(dest, out, stored, value);
        }
    }

    @Override
    public long maxRawSize(byte[] src, int off, int len) {
        // at best a bit for each value of eight bytes
        return 64L * len + 64;
    }

    @Override
    public String toString() {
        return "DoubleDelta(" + width + ")";
    }
}
