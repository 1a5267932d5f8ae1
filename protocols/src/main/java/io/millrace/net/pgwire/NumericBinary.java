package io.millrace.net.pgwire;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import java.math.BigDecimal;
import java.math.BigInteger;

/** PostgreSQL's numeric in binary: groups of four decimal digits, a weight, a sign and a scale. */
final class NumericBinary {
    private static final int POSITIVE = 0x0000;
    private static final int NEGATIVE = 0x4000;
    private static final int GROUP = 10_000;
    private static final int GROUP_DIGITS = 4;
    private static final BigInteger BIG_GROUP = BigInteger.valueOf(GROUP);
    private static final long[] POWERS = {1, 10, 100, 1000};
    private static final int MAX_SCALE = 16_383;

    private NumericBinary() {}

    /** A number whose unscaled value fits 64 bits; no objects are made. */
    static void write(long unscaled, int scale, ByteSink out) {
        if (unscaled == Long.MIN_VALUE) {
            write(BigInteger.valueOf(unscaled), scale, out);
            return;
        }
        long value = Math.abs(unscaled);
        int padding = (GROUP_DIGITS - scale % GROUP_DIGITS) % GROUP_DIGITS;
        if (value > Long.MAX_VALUE / POWERS[padding]) {
            write(BigInteger.valueOf(unscaled), scale, out);
            return;
        }
        value *= POWERS[padding];
        int fractionGroups = (scale + padding) / GROUP_DIGITS;
        int dropped = 0;
        while (value != 0 && value % GROUP == 0) {
            value /= GROUP;
            dropped++;
        }
        int groups = 0;
        for (long rest = value; rest != 0; rest /= GROUP) {
            groups++;
        }
        header(groups, groups + dropped - fractionGroups - 1, unscaled < 0, scale, out);
        int at = out.reserve(groups * 2);
        for (int i = groups - 1; i >= 0; i--) {
            int group = (int) (value % GROUP);
            out.array()[at + i * 2] = (byte) (group >>> 8);
            out.array()[at + i * 2 + 1] = (byte) group;
            value /= GROUP;
        }
        out.advanceTo(at + groups * 2);
    }

    static void write(BigInteger unscaled, int scale, ByteSink out) {
        int padding = (GROUP_DIGITS - scale % GROUP_DIGITS) % GROUP_DIGITS;
        BigInteger value = unscaled.abs().multiply(BigInteger.valueOf(POWERS[padding]));
        int fractionGroups = (scale + padding) / GROUP_DIGITS;
        short[] digits = new short[80];
        int count = 0;
        while (value.signum() != 0) {
            BigInteger[] parts = value.divideAndRemainder(BIG_GROUP);
            digits[count++] = parts[1].shortValue();
            value = parts[0];
        }
        int dropped = 0;
        while (dropped < count && digits[dropped] == 0) {
            dropped++;
        }
        int groups = count - dropped;
        header(groups, count - fractionGroups - 1, unscaled.signum() < 0, scale, out);
        for (int i = count - 1; i >= dropped; i--) {
            BigEndian.putShort(out, digits[i]);
        }
    }

    private static void header(int groups, int weight, boolean negative, int scale, ByteSink out) {
        BigEndian.putShort(out, groups);
        BigEndian.putShort(out, groups == 0 ? 0 : weight);
        BigEndian.putShort(out, negative ? NEGATIVE : POSITIVE);
        BigEndian.putShort(out, scale);
    }

    /** Reads a number; NaN and infinities have no place in our types. */
    static BigDecimal read(byte[] bytes, int from, int length) {
        if (length < 8) {
            throw malformed();
        }
        int groups = BigEndian.getShort(bytes, from);
        int weight = BigEndian.getShort(bytes, from + 2);
        int sign = BigEndian.getShort(bytes, from + 4) & 0xFFFF;
        int scale = BigEndian.getShort(bytes, from + 6);
        if (groups < 0 || length != 8 + 2 * groups || scale < 0 || scale > MAX_SCALE) {
            throw malformed();
        }
        if (sign != POSITIVE && sign != NEGATIVE) {
            throw new DbException(
                    ErrorCode.VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE, "numeric NaN and Infinity cannot be stored");
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < groups; i++) {
            int digit = BigEndian.getShort(bytes, from + 8 + 2 * i);
            if (digit < 0 || digit >= GROUP) {
                throw malformed();
            }
            value = value.multiply(BIG_GROUP).add(BigInteger.valueOf(digit));
        }
        BigDecimal number = new BigDecimal(value).scaleByPowerOfTen(GROUP_DIGITS * (weight - groups + 1));
        return (sign == NEGATIVE ? number.negate() : number).setScale(scale, java.math.RoundingMode.HALF_UP);
    }

    private static DbException malformed() {
        return new DbException(ErrorCode.CANNOT_PARSE_NUMBER, "invalid binary representation of a numeric value");
    }
}
