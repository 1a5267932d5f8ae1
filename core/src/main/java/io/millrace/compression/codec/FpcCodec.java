package io.millrace.compression.codec;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.LittleEndian;
import java.util.List;

/**
 * FPC(level, width): floating-point values xored with the better of two predictions, without the leading zero bytes.
 *
 * <p>Payload: u8 width (4 or 8), u8 level, then pairs: one byte with two codes (bit 3 the predictor, bits 0-2 the zero
 * bytes), then the remaining bytes of both values. An odd or cut-off last value is padded with zeros.
 */
final class FpcCodec implements Codec {
    private static final int DEFAULT_LEVEL = 12;
    private static final int MAX_LEVEL = 28;

    private final int level;
    private final int width;

    public FpcCodec() {
        this(DEFAULT_LEVEL, 8);
    }

    private FpcCodec(int level, int width) {
        this.level = level;
        this.width = width;
    }

    @Override
    public int method() {
        return 0x98;
    }

    @Override
    public String name() {
        return "FPC";
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
        if (arguments.size() > 2) {
            throw new DbException(
                    ErrorCode.ILLEGAL_SYNTAX_FOR_CODEC_TYPE,
                    "Codec 'FPC' must have from 0 to 2 parameters, given " + arguments.size());
        }
        int newLevel = arguments.isEmpty() ? DEFAULT_LEVEL : CodecErrors.integer(this, arguments.getFirst());
        if (newLevel < 1 || newLevel > MAX_LEVEL) {
            throw new DbException(
                    ErrorCode.ILLEGAL_CODEC_PARAMETER, "Codec 'FPC' level must be between 1 and " + MAX_LEVEL);
        }
        if (arguments.size() == 2) {
            int newWidth = CodecErrors.integer(this, arguments.get(1));
            if (newWidth != 4 && newWidth != 8) {
                throw new DbException(
                        ErrorCode.ILLEGAL_CODEC_PARAMETER,
                        "Float size for codec 'FPC' can be 4 or 8, given " + newWidth);
            }
            return new FpcCodec(newLevel, newWidth);
        }
        if (!type.isFloat()) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS, "Codec 'FPC' is not applicable because the data type is not Float*");
        }
        return new FpcCodec(newLevel, type.width());
    }

    @Override
    public int maxCompressedSize(int rawSize) {
        int pairs = (rawSize + 2 * width - 1) / (2 * width);
        return Math.toIntExact(2 + pairs * (1L + 2L * width));
    }

    @Override
    public int compress(byte[] src, int off, int len, byte[] dest, int destOff) {
        dest[destOff] = (byte) width;
        dest[destOff + 1] = (byte) level;
        int out = destOff + 2;
        FpcPredictor predictor = new FpcPredictor(width, level, len / width + 2);
        int end = off + len;
        for (int in = off; in < end; in += 2 * width) {
            int codes = out++;
            int pair = 0;
            for (int p = in; p < in + 2 * width; p += width) {
                long value = p + width <= end ? LittleEndian.get(src, p, width) : padded(src, p, end);
                long byContext = value ^ predictor.byContext();
                long byDelta = value ^ predictor.byDelta();
                boolean delta = Long.compareUnsigned(byDelta, byContext) < 0;
                long rest = delta ? byDelta : byContext;
                predictor.learn(value);
                int code = zeroBytesCode(rest);
                pair = pair << 4 | (delta ? 8 : 0) | code;
                for (int bytes = width - zeroBytes(code, width); bytes > 0; bytes--, rest >>>= 8) {
                    dest[out++] = (byte) rest;
                }
            }
            dest[codes] = (byte) pair;
        }
        return out - destOff;
    }

    private static long padded(byte[] src, int from, int end) {
        long value = 0;
        for (int p = from; p < end; p++) {
            value |= (src[p] & 0xFFL) << (8 * (p - from));
        }
        return value;
    }

    /**
     * The three bits for a number of leading zero bytes: with width 8 four zero bytes are written as three to make room
     * for eight.
     */
    private int zeroBytesCode(long rest) {
        int zeros = (Long.numberOfLeadingZeros(rest) - (64 - 8 * width)) / 8;
        return width == 8 && zeros > 3 ? zeros - 1 : zeros;
    }

    private static int zeroBytes(int code, int width) {
        return width == 8 && code > 3 ? code + 1 : code;
    }

    @Override
    public void decompress(byte[] src, int off, int len, byte[] dest, int destOff, int rawSize) {
        if (len < 2) {
            throw CodecErrors.corrupt(this, "the header is cut off");
        }
        int storedWidth = src[off];
        int storedLevel = src[off + 1];
        if ((storedWidth != 4 && storedWidth != 8) || storedLevel < 1 || storedLevel > MAX_LEVEL) {
            throw CodecErrors.corrupt(this, "impossible width " + storedWidth + " or level " + storedLevel);
        }
        // each pair of values takes a byte at least
        if (maxRawSize(src, off, len) < rawSize) {
            throw CodecErrors.corrupt(this, "the values are cut off");
        }
        FpcPredictor predictor = new FpcPredictor(storedWidth, storedLevel, rawSize / storedWidth + 2);
        int in = off + 2;
        int end = off + len;
        int outEnd = destOff + rawSize;
        for (int out = destOff; out < outEnd; ) {
            if (in >= end) {
                throw CodecErrors.corrupt(this, "the values are cut off");
            }
            int pair = src[in++];
            for (int shift = 4; shift >= 0; shift -= 4, out += storedWidth) {
                int code = pair >>> shift;
                int bytes = storedWidth - zeroBytes(code & 7, storedWidth);
                if (bytes < 0 || bytes > end - in) {
                    throw CodecErrors.corrupt(this, "the values are cut off");
                }
                long rest = 0;
                for (int i = 0; i < bytes; i++) {
                    rest |= (src[in + i] & 0xFFL) << (8 * i);
                }
                in += bytes;
                long value = rest ^ ((code & 8) == 0 ? predictor.byContext() : predictor.byDelta());
                predictor.learn(value);
                putUpTo(dest, out, outEnd, storedWidth, value);
            }
        }
        CodecErrors.checkSize(this, in - off, len);
    }

    private static void putUpTo(byte[] dest, int out, int outEnd, int width, long value) {
        if (out + width <= outEnd) {
            LittleEndian.put(dest, out, width, value);
            return;
        }
        for (int i = 0; out + i < outEnd; i++) {
            dest[out + i] = (byte) (value >>> (8 * i));
        }
    }

    @Override
    public long maxRawSize(byte[] src, int off, int len) {
        return 16L * len;
    }

    @Override
    public String toString() {
        return "FPC(" + level + ")";
    }
}
