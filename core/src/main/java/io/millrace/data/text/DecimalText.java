package io.millrace.data.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import java.math.BigInteger;

/** Decimals as text: no zeros at the end of the fraction unless asked for, no exponent. Extra digits of a text are cut off, not rounded. */
public final class DecimalText {
    private static final int MAX_DIGITS = 100;

    private DecimalText() {}

    /** A decimal whose unscaled value fits 64 bits. */
    public static void write(long unscaled, int scale, boolean trailingZeros, ByteSink out) {
        long positive = unscaled;
        if (unscaled < 0) {
            out.putByte('-');
            positive = -unscaled;
            if (positive < 0) {
                writeDigits("9223372036854775808", scale, trailingZeros, out);
                return;
            }
        }
        int fraction = scale;
        if (!trailingZeros) {
            while (fraction > 0 && positive % 10 == 0) {
                positive /= 10;
                fraction--;
            }
        }
        if (fraction == 0) {
            IntegerText.writeUnsigned(positive, out);
            return;
        }
        int digits = Math.max(IntegerText.digits(positive), fraction + 1);
        int at = out.reserve(digits + 1);
        byte[] target = out.array();
        int begin = IntegerText.writeDigits(positive, target, at + digits + 1);
        while (begin > at + 1) {
            target[--begin] = '0';
        }
        int whole = digits - fraction;
        System.arraycopy(target, at + 1, target, at, whole);
        target[at + whole] = '.';
        out.advanceTo(at + digits + 1);
    }

    /** A decimal of 128 or 256 bits. */
    public static void write(BigInteger unscaled, int scale, boolean trailingZeros, ByteSink out) {
        if (unscaled.bitLength() < 64) {
            write(unscaled.longValue(), scale, trailingZeros, out);
            return;
        }
        if (unscaled.signum() < 0) {
            out.putByte('-');
        }
        writeDigits(unscaled.abs().toString(), scale, trailingZeros, out);
    }

    private static void writeDigits(String digits, int scale, boolean trailingZeros, ByteSink out) {
        String padded = "0".repeat(Math.max(0, scale + 1 - digits.length())) + digits;
        int whole = padded.length() - scale;
        int end = padded.length();
        while (!trailingZeros && end > whole && padded.charAt(end - 1) == '0') {
            end--;
        }
        out.putText(padded.substring(0, whole));
        if (end > whole) {
            out.putByte('.');
            out.putText(padded.substring(whole, end));
        }
    }

    /**
     * Parses a decimal of up to 18 digits; returns the unscaled value.
     *
     * @throws DbException ARGUMENT_OUT_OF_BOUND when it has more whole digits than fit, CANNOT_PARSE_TEXT when it is no number
     */
    public static long parse(byte[] bytes, int from, int to, int precision, int scale) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative || at < to && bytes[at] == '+') {
            at++;
        }
        long value = 0;
        int fraction = -1;
        int digits = 0;
        for (; at < to; at++) {
            byte b = bytes[at];
            if (b >= '0' && b <= '9') {
                if (fraction >= 0 && ++fraction > scale) {
                    continue;
                }
                value = value * 10 + (b - '0');
                digits += value == 0 ? 0 : 1;
                if (digits > 18) {
                    return parseBig(bytes, from, to, precision, scale).longValue();
                }
            } else if (b == '.' && fraction < 0) {
                fraction = 0;
            } else {
                return parseBig(bytes, from, to, precision, scale).longValue();
            }
        }
        if (from == to) {
            throw ParseErrors.tooShort();
        }
        int missing = scale - Math.min(scale, Math.max(fraction, 0));
        if (digits > 0 && digits + missing > precision) {
            return parseBig(bytes, from, to, precision, scale).longValue();
        }
        for (int i = 0; i < missing; i++) {
            value *= 10;
        }
        return negative ? -value : value;
    }

    /** Parses a decimal of any precision, with exponent if there is one; returns the unscaled value. */
    public static BigInteger parseBig(byte[] bytes, int from, int to, int precision, int scale) {
        if (from == to) {
            throw ParseErrors.tooShort();
        }
        int at = from;
        boolean negative = bytes[at] == '-';
        if (negative || bytes[at] == '+') {
            at++;
        }
        StringBuilder digits = new StringBuilder();
        int power = 0;
        boolean point = false;
        boolean any = false;
        for (; at < to; at++) {
            byte b = bytes[at];
            if (b >= '0' && b <= '9') {
                any = true;
                if (digits.length() > 0 || b != '0') {
                    if (digits.length() < MAX_DIGITS) {
                        digits.append((char) b);
                    } else {
                        power++;
                    }
                }
                power -= point ? 1 : 0;
            } else if (b == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (at < to && (bytes[at] | 0x20) == 'e' && any) {
            long exponent = IntegerText.parse(bytes, at + 1, to, true);
            power += Math.clamp(exponent, -100_000, 100_000);
            at = to;
        }
        if (at < to) {
            throw ParseErrors.syntax("Decimal(" + precision + ", " + scale + ")", bytes, from, to, at);
        }
        if (digits.isEmpty()) {
            return BigInteger.ZERO;
        }
        return scaled(digits.toString(), power, negative, precision, scale);
    }

    private static BigInteger scaled(String digits, int power, boolean negative, int precision, int scale) {
        if (digits.length() + power > precision - scale) {
            throw power >= 0 && power + digits.length() > precision
                    ? new DbException(
                            ErrorCode.ARGUMENT_OUT_OF_BOUND,
                            "Too many digits (" + (digits.length() + power) + " > " + precision + ") in decimal value")
                    : new DbException(
                            ErrorCode.ARGUMENT_OUT_OF_BOUND,
                            "Decimal value is too big: " + digits.length() + " digits were read: '" + digits + "'e"
                                    + power + ". Expected to read decimal with scale " + scale + " and precision "
                                    + precision);
        }
        int shift = power + scale;
        if (digits.length() + shift <= 0) {
            return BigInteger.ZERO;
        }
        BigInteger value = shift < 0
                ? new BigInteger(digits.substring(0, digits.length() + shift))
                : new BigInteger(digits).multiply(BigInteger.TEN.pow(shift));
        return negative ? value.negate() : value;
    }
}
