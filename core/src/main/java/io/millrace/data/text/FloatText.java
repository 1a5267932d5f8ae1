package io.millrace.data.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import java.nio.charset.StandardCharsets;

/**
 * Float32 and Float64 as text: the shortest digits that read back as the same number, plain from 1e-6 up to below 1e21, otherwise as {@code 1.5e21} or {@code 1e-7};
 * {@code inf}, {@code -inf}, {@code nan}, {@code -0}.
 *
 * <p>An instance holds scratch state of one writer; not thread-safe. Parsing is static.
 */
public final class FloatText {
    private static final double[] EXACT_POWERS = exactPowers();
    private static final byte[] NAN = {'n', 'a', 'n'};
    private static final byte[] INFINITY = {'i', 'n', 'f', 'i', 'n', 'i', 't', 'y'};

    private final ShortestDecimal decimal = new ShortestDecimal();

    /** The shortest text that reads back as the same number, as ClickHouse writes it. */
    public void write(double value, ByteSink out) {
        if (Double.isNaN(value) || Math.abs(value) == Double.POSITIVE_INFINITY) {
            writeSpecial(value, out);
            return;
        }
        if (Double.doubleToRawLongBits(value) < 0) {
            out.putByte('-');
        }
        double positive = Math.abs(value);
        long whole = (long) positive;
        if (whole == positive && whole < 1L << 53) {
            IntegerText.writeUnsigned(whole, out);
            return;
        }
        decimal.of(positive);
        writeDecimal(out);
    }

    public void write(float value, ByteSink out) {
        if (Float.isNaN(value) || Math.abs(value) == Float.POSITIVE_INFINITY) {
            writeSpecial(value, out);
            return;
        }
        if (Float.floatToRawIntBits(value) < 0) {
            out.putByte('-');
        }
        float positive = Math.abs(value);
        long whole = (long) positive;
        if (whole == positive && whole < 1L << 24) {
            IntegerText.writeUnsigned(whole, out);
            return;
        }
        decimal.of(positive);
        writeDecimal(out);
    }

    private static void writeSpecial(double value, ByteSink out) {
        out.putText(Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");
    }

    private void writeDecimal(ByteSink out) {
        long digits = decimal.digits;
        int count = IntegerText.digits(digits);
        int point = count + decimal.exponent;
        int start = out.reserve(40);
        byte[] target = out.array();
        if (point > 21 || point < -5) {
            out.advanceTo(writeScientific(digits, count, point - 1, target, start));
        } else if (point >= count) {
            IntegerText.writeDigits(digits, target, start + count);
            for (int i = count; i < point; i++) {
                target[start + i] = '0';
            }
            out.advanceTo(start + point);
        } else if (point > 0) {
            IntegerText.writeDigits(digits, target, start + count + 1);
            System.arraycopy(target, start + 1, target, start, point);
            target[start + point] = '.';
            out.advanceTo(start + count + 1);
        } else {
            int at = start;
            target[at++] = '0';
            target[at++] = '.';
            for (int i = point; i < 0; i++) {
                target[at++] = '0';
            }
            IntegerText.writeDigits(digits, target, at + count);
            out.advanceTo(at + count);
        }
    }

    private static int writeScientific(long digits, int count, int exponent, byte[] target, int start) {
        int at = start + count;
        if (count > 1) {
            IntegerText.writeDigits(digits, target, start + count + 1);
            target[start] = target[start + 1];
            target[start + 1] = '.';
            at++;
        } else {
            target[start] = (byte) ('0' + digits);
        }
        target[at++] = 'e';
        if (exponent < 0) {
            target[at++] = '-';
        }
        int power = Math.abs(exponent);
        int end = at + IntegerText.digits(power);
        IntegerText.writeDigits(power, target, end);
        return end;
    }

    /**
     * Parses all of {@code bytes[from, to)}; the result is correctly rounded.
     *
     * @throws DbException CANNOT_PARSE_NUMBER when there is no number, CANNOT_PARSE_TEXT when something follows it
     */
    public static double parseDouble(byte[] bytes, int from, int to) {
        return parse(bytes, from, to, false);
    }

    /** As {@link #parseDouble}, rounded once to a float. */
    public static float parseFloat(byte[] bytes, int from, int to) {
        return (float) parse(bytes, from, to, true);
    }

    private static double parse(byte[] bytes, int from, int to, boolean toFloat) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative || at < to && bytes[at] == '+') {
            at++;
        }
        int start = at;
        long digits = 0;
        int significant = 0;
        int scale = 0;
        boolean any = false;
        while (at < to && isDigit(bytes[at])) {
            digits = digits * 10 + (bytes[at++] - '0');
            significant += digits == 0 ? 0 : 1;
            any = true;
        }
        if (at < to && bytes[at] == '.') {
            at++;
            while (at < to && isDigit(bytes[at])) {
                digits = digits * 10 + (bytes[at++] - '0');
                significant += digits == 0 ? 0 : 1;
                scale--;
                any = true;
            }
        }
        if (!any) {
            return special(bytes, from, start, to, negative);
        }
        int mantissaEnd = at;
        if (at + 1 < to && (bytes[at] | 0x20) == 'e') {
            at++;
            boolean down = bytes[at] == '-';
            if (down || bytes[at] == '+') {
                at++;
            }
            int exponentStart = at;
            int exponent = 0;
            while (at < to && isDigit(bytes[at])) {
                exponent = Math.min(100_000, exponent * 10 + (bytes[at++] - '0'));
            }
            if (at == exponentStart) {
                throw ParseErrors.syntax("Float64", bytes, from, to, mantissaEnd);
            }
            scale += down ? -exponent : exponent;
        }
        if (at < to) {
            throw ParseErrors.syntax("Float64", bytes, from, to, at);
        }
        double value;
        if (significant <= (toFloat ? 7 : 15) && Math.abs(scale) <= (toFloat ? 10 : 22)) {
            value = scale < 0 ? digits / EXACT_POWERS[-scale] : digits * EXACT_POWERS[scale];
            value = toFloat ? exactFloat(digits, scale) : value;
        } else {
            // Nineteen digits are as many as surely fit.
            boolean near = !toFloat && significant <= 19 && digits != 0;
            value = near ? NearestDouble.of(digits, scale) : Double.NaN;
            if (Double.isNaN(value)) {
                String text = new String(bytes, start, to - start, StandardCharsets.US_ASCII);
                value = toFloat ? Float.parseFloat(text) : Double.parseDouble(text);
            }
        }
        return negative ? -value : value;
    }

    /** Both operands are exact floats, so one operation rounds once. */
    private static float exactFloat(long digits, int scale) {
        return scale < 0 ? (float) digits / (float) EXACT_POWERS[-scale] : (float) digits * (float) EXACT_POWERS[scale];
    }

    private static double special(byte[] bytes, int from, int at, int to, boolean negative) {
        if (matches(bytes, at, to, NAN, 3)) {
            return Double.NaN;
        }
        if (matches(bytes, at, to, INFINITY, 3) || matches(bytes, at, to, INFINITY, 8)) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (to - at > 3 && matches(bytes, at, at + 3, NAN, 3)) {
            throw ParseErrors.syntax("Float64", bytes, from, to, at + 3);
        }
        throw new DbException(
                ErrorCode.CANNOT_PARSE_NUMBER,
                "Cannot read floating point value here: " + ParseErrors.shown(bytes, from, to));
    }

    private static boolean matches(byte[] bytes, int from, int to, byte[] word, int length) {
        if (to - from != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if ((bytes[from + i] | 0x20) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static double[] exactPowers() {
        double[] powers = new double[23];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
