package io.millrace.compression.codec;

import static io.millrace.base.hash.LittleEndian.getLong;
import static io.millrace.base.hash.LittleEndian.putLong;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.LittleEndian;
import java.util.Arrays;
import java.util.List;

/**
 * T64('byte' or 'bit'): groups of 64 values stored as planes of only those bits in which the values of the block
 * differ.
 *
 * <p>Payload: u8 type and variant, the bytes that make no whole value, then minimum and maximum (8 bytes each) and
 * groups of as many 8-byte words as there are bits. The byte variant stores whole bytes side by side and only the
 * remaining bits as planes.
 */
final class T64Codec implements Codec {
    private static final int GROUP = 64;
    private static final int BIT_VARIANT = 0x80;

    private final ElementType type;
    private final boolean bitVariant;

    public T64Codec() {
        this(ElementType.UINT8, false);
    }

    private T64Codec(ElementType type, boolean bitVariant) {
        this.type = type;
        this.bitVariant = bitVariant;
    }

    @Override
    public int method() {
        return 0x93;
    }

    @Override
    public String name() {
        return "T64";
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
    public Codec with(List<String> arguments, ElementType newType) {
        if (arguments.size() > 1) {
            throw new DbException(
                    ErrorCode.ILLEGAL_SYNTAX_FOR_CODEC_TYPE,
                    "T64 support zero or one parameter, given " + arguments.size());
        }
        if (newType.t64() == 0) {
            throw new DbException(
                    ErrorCode.ILLEGAL_SYNTAX_FOR_CODEC_TYPE, "T64 codec is not supported for specified type");
        }
        String variant = arguments.isEmpty() ? "byte" : arguments.getFirst();
        if (!variant.equals("byte") && !variant.equals("bit")) {
            throw new DbException(ErrorCode.ILLEGAL_CODEC_PARAMETER, "Wrong modification for T64: " + variant);
        }
        return new T64Codec(newType, variant.equals("bit"));
    }

    @Override
    public int maxCompressedSize(int rawSize) {
        return rawSize + 8 * GROUP + 32;
    }

    /** Sign-extended if the type is signed. */
    private static long load(byte[] src, int at, ElementType type) {
        long value = LittleEndian.get(src, at, type.width());
        int shift = 64 - 8 * type.width();
        return type.isSigned() ? value << shift >> shift : value;
    }

    /** How many low bits tell values between minimum and maximum apart. */
    private static int bitsOf(long min, long max, ElementType type) {
        if (type.isSigned() && min < 0 && max >= 0) {
            return 65 - Long.numberOfLeadingZeros(min + max >= 0 ? max : ~min);
        }
        return 64 - Long.numberOfLeadingZeros(min ^ max);
    }

    @Override
    public int compress(byte[] src, int off, int len, byte[] dest, int destOff) {
        int width = type.width();
        dest[destOff] = (byte) (type.t64() | (bitVariant ? BIT_VARIANT : 0));
        int skip = len % width;
        System.arraycopy(src, off, dest, destOff + 1, skip);
        int in = off + skip;
        int out = destOff + 1 + skip;
        int end = off + len;
        if (in == end) {
            return out - destOff;
        }
        // unsigned 64-bit values are compared with the sign bit flipped
        long flip = type.isSigned() || width < 8 ? 0 : Long.MIN_VALUE;
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int p = in; p < end; p += width) {
            long value = load(src, p, type) ^ flip;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        min ^= flip;
        max ^= flip;
        putLong(dest, out, min);
        putLong(dest, out + 8, max);
        out += 16;
        int bits = bitsOf(min, max, type);
        if (bits == 0) {
            return out - destOff;
        }
        long[] values = new long[GROUP];
        for (; in < end; in += GROUP * width) {
            int count = Math.min(GROUP, (end - in) / width);
            for (int i = 0; i < count; i++) {
                values[i] = LittleEndian.get(src, in + i * width, width);
            }
            Arrays.fill(values, count, GROUP, 0);
            out = writeGroup(values, bits, dest, out);
        }
        return out - destOff;
    }

    private int writeGroup(long[] values, int bits, byte[] dest, int destOff) {
        int out = destOff;
        int planesFrom = 0;
        if (!bitVariant) {
            planesFrom = bits & ~7;
            for (int shift = 0; shift < planesFrom; shift += 8) {
                for (int i = 0; i < GROUP; i++) {
                    dest[out++] = (byte) (values[i] >>> shift);
                }
            }
        }
        for (int bit = planesFrom; bit < bits; bit++, out += 8) {
            long plane = 0;
            for (int i = 0; i < GROUP; i++) {
                plane |= (values[i] >>> bit & 1) << i;
            }
            putLong(dest, out, plane);
        }
        return out;
    }

    @Override
    public void decompress(byte[] src, int off, int len, byte[] dest, int destOff, int rawSize) {
        if (len < 1) {
            throw CodecErrors.corrupt(this, "the header is cut off");
        }
        ElementType stored = ElementType.ofT64(src[off] & 0x7F);
        boolean storedBits = (src[off] & BIT_VARIANT) != 0;
        int width = stored.width();
        if (width == 0) {
            throw CodecErrors.corrupt(this, "unknown type " + (src[off] & 0x7F));
        }
        int skip = rawSize % width;
        int count = rawSize / width;
        if (len < 1 + skip + (count > 0 ? 16 : 0)) {
            throw CodecErrors.corrupt(this, "the header is cut off");
        }
        System.arraycopy(src, off + 1, dest, destOff, skip);
        if (count == 0) {
            CodecErrors.checkSize(this, len - 1L, skip);
            return;
        }
        int in = off + 1 + skip;
        long min = getLong(src, in);
        long max = getLong(src, in + 8);
        in += 16;
        int bits = bitsOf(min, max, stored);
        long groups = (count + GROUP - 1L) / GROUP;
        if (bits > 8 * width || off + len - in != groups * bits * 8) {
            throw CodecErrors.corrupt(this, "the number of bits does not fit the size");
        }
        int out = destOff + skip;
        if (bits == 0) {
            for (int i = 0; i < count; i++, out += width) {
                LittleEndian.put(dest, out, width, min);
            }
            return;
        }
        restore(src, in, dest, out, new Layout(stored, storedBits, bits, min, max), count);
    }

    /** What the header of a block says about its groups. */
    private record Layout(ElementType type, boolean planesOnly, int bits, long min, long max) {}

    private static void restore(byte[] src, int from, byte[] dest, int destOff, Layout layout, int count) {
        int width = layout.type().width();
        int bits = layout.bits();
        long low = bits == 64 ? -1L : (1L << bits) - 1;
        boolean mixedSigns = layout.type().isSigned() && layout.min() < 0 && layout.max() >= 0;
        long upperOfMin = layout.min() & ~low;
        // with mixed signs the top stored bit is the sign
        long upperIfClear = mixedSigns ? layout.max() & ~low : upperOfMin;
        long[] values = new long[GROUP];
        int in = from;
        int out = destOff;
        for (int done = 0; done < count; done += GROUP) {
            in = readGroup(src, in, bits, layout.planesOnly(), values);
            int here = Math.min(GROUP, count - done);
            for (int i = 0; i < here; i++, out += width) {
                long value = values[i];
                long upper = (value >>> (bits - 1) & 1) == 0 ? upperIfClear : upperOfMin;
                LittleEndian.put(dest, out, width, value | upper);
            }
        }
    }

    private static int readGroup(byte[] src, int from, int bits, boolean planesOnly, long[] values) {
        Arrays.fill(values, 0);
        int in = from;
        int planesFrom = planesOnly ? 0 : bits & ~7;
        for (int shift = 0; shift < planesFrom; shift += 8) {
            for (int i = 0; i < GROUP; i++) {
                values[i] |= (src[in++] & 0xFFL) << shift;
            }
        }
        for (int bit = planesFrom; bit < bits; bit++, in += 8) {
            long plane = getLong(src, in);
            for (int i = 0; i < GROUP; i++) {
                values[i] |= (plane >>> i & 1) << bit;
            }
        }
        return in;
    }

    @Override
    public String toString() {
        return bitVariant ? "T64('bit')" : "T64";
    }
}
