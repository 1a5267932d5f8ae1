package io.millrace.compression.codec;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.LittleEndian;
import java.math.BigInteger;
import java.util.List;

/**
 * GCD: values divided by their greatest common divisor; for prices and timestamps that step by a round number.
 *
 * <p>Payload: the width prologue, the divisor, then the quotients, all unsigned. Widths 16 and 32 (wide integers and
 * decimals) take a slow way.
 */
final class GcdCodec implements Codec {
    private final int width;

    public GcdCodec() {
        this(1);
    }

    private GcdCodec(int width) {
        this.width = width;
    }

    @Override
    public int method() {
        return 0x9a;
    }

    @Override
    public String name() {
        return "GCD";
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
        CodecErrors.atMost(this, arguments, 0);
        if (type.width() == 0 || type.isFloat()) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Codec GCD can only be used with Int*, UInt*, Decimal*, Date* or DateTime* types");
        }
        return new GcdCodec(type.width());
    }

    @Override
    public int maxCompressedSize(int rawSize) {
        return rawSize + 2 + width;
    }

    @Override
    public int compress(byte[] src, int off, int len, byte[] dest, int destOff) {
        int in = WidthPrologue.write(width, src, off, len, dest, destOff);
        int out = destOff + 2 + (in - off);
        int end = off + len;
        if (in == end) {
            return out - destOff;
        }
        if (width > 8) {
            return compressWide(src, in, end, dest, out) - destOff;
        }
        long divisor = 0;
        for (int p = in; p < end && divisor != 1; p += width) {
            divisor = gcd(divisor, LittleEndian.get(src, p, width));
        }
        divisor = divisor == 0 ? 1 : divisor;
        LittleEndian.put(dest, out, width, divisor);
        for (out += width; in < end; in += width, out += width) {
            LittleEndian.put(dest, out, width, Long.divideUnsigned(LittleEndian.get(src, in, width), divisor));
        }
        return out - destOff;
    }

    private static long gcd(long first, long second) {
        long a = first;
        long b = second;
        while (b != 0) {
            long rest = Long.remainderUnsigned(a, b);
            a = b;
            b = rest;
        }
        return a;
    }

    private int compressWide(byte[] src, int from, int end, byte[] dest, int destOff) {
        BigInteger divisor = BigInteger.ZERO;
        for (int p = from; p < end && !divisor.equals(BigInteger.ONE); p += width) {
            divisor = divisor.gcd(getWide(src, p, width));
        }
        divisor = divisor.signum() == 0 ? BigInteger.ONE : divisor;
        putWide(dest, destOff, width, divisor);
        int out = destOff + width;
        for (int in = from; in < end; in += width, out += width) {
            putWide(dest, out, width, getWide(src, in, width).divide(divisor));
        }
        return out;
    }

    @Override
    public void decompress(byte[] src, int off, int len, byte[] dest, int destOff, int rawSize) {
        int stored = WidthPrologue.readAnyWidth(this, src, off, len, dest, destOff, rawSize);
        int skip = rawSize % stored;
        int in = off + 2 + skip;
        int out = destOff + skip;
        if (rawSize == skip) {
            return;
        }
        CodecErrors.checkSize(this, len - 2L - stored, rawSize);
        int end = off + len;
        if (stored > 8) {
            BigInteger divisor = getWide(src, in, stored);
            for (in += stored; in < end; in += stored, out += stored) {
                putWide(dest, out, stored, getWide(src, in, stored).multiply(divisor));
            }
            return;
        }
        long divisor = LittleEndian.get(src, in, stored);
        for (in += stored; in < end; in += stored, out += stored) {
            LittleEndian.put(dest, out, stored, LittleEndian.get(src, in, stored) * divisor);
        }
    }

    private static BigInteger getWide(byte[] bytes, int at, int width) {
        byte[] bigEndian = new byte[width];
        for (int i = 0; i < width; i++) {
            bigEndian[width - 1 - i] = bytes[at + i];
        }
        return new BigInteger(1, bigEndian);
    }

    /** The lowest {@code width} bytes of a number that is not negative. */
    private static void putWide(byte[] bytes, int at, int width, BigInteger value) {
        byte[] bigEndian = value.toByteArray();
        for (int i = 0; i < width; i++) {
            bytes[at + i] = i < bigEndian.length ? bigEndian[bigEndian.length - 1 - i] : 0;
        }
    }

    @Override
    public long maxRawSize(byte[] src, int off, int len) {
        return len;
    }

    @Override
    public String toString() {
        return name();
    }
}
