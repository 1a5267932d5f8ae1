package io.millrace.data.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Whole numbers as decimal digits. Values that do not fit wrap around, as ClickHouse's do. */
public final class IntegerText {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] PAIRS = pairs();
    private static final long[] POWERS = powers();

    private IntegerText() {}

    /** A signed number. */
    public static void write(long value, ByteSink out) {
        if (value < 0) {
            out.putByte('-');
            writeUnsigned(-value, out);
        } else {
            writeUnsigned(value, out);
        }
    }

    /** A number of 64 bits without sign. */
    public static void writeUnsigned(long value, ByteSink out) {
        if (value < 0) {
            long quotient = Long.divideUnsigned(value, 10);
            writeUnsigned(quotient, out);
            out.putByte((int) ('0' + (value - quotient * 10)));
            return;
        }
        int length = digits(value);
        int at = out.reserve(20);
        writeDigits(value, out.array(), at + length);
        out.advanceTo(at + length);
    }

    /** The digits of a number that is not negative, ending before {@code end}; returns where they begin. */
    static int writeDigits(long value, byte[] target, int end) {
        long rest = value;
        int at = end;
        while (rest > Integer.MAX_VALUE) {
            long quotient = rest / 100;
            int pair = (int) (rest - quotient * 100) << 1;
            target[--at] = PAIRS[pair + 1];
            target[--at] = PAIRS[pair];
            rest = quotient;
        }
        int small = (int) rest;
        while (small >= 100) {
            int quotient = small / 100;
            int pair = (small - quotient * 100) << 1;
            target[--at] = PAIRS[pair + 1];
            target[--at] = PAIRS[pair];
            small = quotient;
        }
        if (small >= 10) {
            target[--at] = PAIRS[(small << 1) + 1];
            target[--at] = PAIRS[small << 1];
        } else {
            target[--at] = (byte) ('0' + small);
        }
        return at;
    }

    /** Two digits at a place that has room. */
    static void putPair(int value, byte[] target, int at) {
        target[at] = PAIRS[value << 1];
        target[at + 1] = PAIRS[(value << 1) + 1];
    }

    /** Number of decimal digits of a number that is not negative. */
    static int digits(long value) {
        int guess = (64 - Long.numberOfLeadingZeros(value | 1)) * 1233 >>> 12;
        return guess + (value >= POWERS[guess] ? 1 : 0);
    }

    /** A 128 or 256-bit number in words, least significant first. */
    public static void writeWide(long[] words, int from, int count, boolean signed, ByteSink out) {
        long high = words[from];
        for (int i = 1; i < count; i++) {
            boolean fits = signed ? words[from + i] == high >> 63 : words[from + i] == 0;
            if (!fits) {
                out.putText(wide(words, from, count, signed).toString());
                return;
            }
        }
        if (signed) {
            write(high, out);
        } else {
            writeUnsigned(high, out);
        }
    }

    /** A number in words as a BigInteger. */
    public static BigInteger wide(long[] words, int from, int count, boolean signed) {
        BigInteger value = BigInteger.ZERO;
        for (int i = count - 1; i >= 0; i--) {
            BigInteger word = BigInteger.valueOf(words[from + i]);
            boolean negative = words[from + i] < 0 && !(signed && i == count - 1);
            value = value.shiftLeft(64).add(negative ? word.add(BigInteger.ONE.shiftLeft(64)) : word);
        }
        return value;
    }

    /**
     * Parses {@code bytes[from, to)}: sign, digits, nothing else. Overflow wraps.
     *
     * @throws DbException ATTEMPT_TO_READ_AFTER_EOF when empty, CANNOT_PARSE_NUMBER for a minus on an unsigned type or a sign alone,
     *     CANNOT_PARSE_TEXT otherwise
     */
    public static long parse(byte[] bytes, int from, int to, boolean signed) {
        int at = from;
        boolean negative = false;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            negative = bytes[at] == '-';
            if (negative && !signed) {
                throw new DbException(ErrorCode.CANNOT_PARSE_NUMBER, "Unsigned type must not contain '-' symbol");
            }
            at++;
        }
        int digits = at;
        long value = 0;
        while (to - at >= 8) {
            long word = (long) LONG.get(bytes, at);
            if (!allDigits(word)) {
                break;
            }
            value = value * 100_000_000L + eightDigits(word);
            at += 8;
        }
        while (at < to) {
            int digit = bytes[at] - '0';
            if ((digit & 0xFF) > 9) {
                break;
            }
            value = value * 10 + digit;
            at++;
        }
        if (at < to || at == digits) {
            throw bad(bytes, from, to, digits, at, signed ? "Int64" : "UInt64");
        }
        return negative ? -value : value;
    }

    /** Whether eight bytes are all digits. */
    static boolean allDigits(long word) {
        return ((word & 0xF0F0F0F0F0F0F0F0L) | ((word + 0x0606060606060606L & 0xF0F0F0F0F0F0F0F0L) >>> 4))
                == 0x3333333333333333L;
    }

    /** The number that eight digits write, the first of them in the lowest byte; only the low four bits of each count. */
    public static long eightDigits(long word) {
        long pairs = (word & 0x0F0F0F0F0F0F0F0FL) * 2561 >>> 8;
        long fours = (pairs & 0x00FF00FF00FF00FFL) * 6553601 >>> 16;
        return (fours & 0x0000FFFF0000FFFFL) * 42949672960001L >>> 32;
    }

    private static DbException bad(byte[] bytes, int from, int to, int digits, int at, String type) {
        if (from == to) {
            return ParseErrors.tooShort();
        }
        if (at == digits && at > from) {
            return new DbException(ErrorCode.CANNOT_PARSE_NUMBER, "Cannot parse number without any digits");
        }
        return ParseErrors.syntax(type, bytes, from, to, at);
    }

    /** Parses a number of any length, for 128 and 256 bits. */
    public static BigInteger parseBig(byte[] bytes, int from, int to, boolean signed) {
        if (to - from <= 18) {
            return BigInteger.valueOf(parse(bytes, from, to, signed));
        }
        int at = from;
        if (bytes[at] == '-' || bytes[at] == '+') {
            if (bytes[at] == '-' && !signed) {
                throw new DbException(ErrorCode.CANNOT_PARSE_NUMBER, "Unsigned type must not contain '-' symbol");
            }
            at++;
        }
        int digits = at;
        while (at < to && (bytes[at] - '0' & 0xFF) <= 9) {
            at++;
        }
        if (at < to || at == digits || to - digits > 1000) {
            throw bad(bytes, from, to, digits, Math.min(at, digits + 1000), signed ? "Int128" : "UInt128");
        }
        BigInteger value = new BigInteger(new String(bytes, digits, to - digits, StandardCharsets.US_ASCII));
        return bytes[from] == '-' ? value.negate() : value;
    }

    private static byte[] pairs() {
        byte[] pairs = new byte[200];
        for (int i = 0; i < 100; i++) {
            pairs[2 * i] = (byte) ('0' + i / 10);
            pairs[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return pairs;
    }

    /** 10^i, with 0 below one for {@link #digits}. */
    private static long[] powers() {
        long[] powers = new long[20];
        long power = 1;
        for (int i = 0; i < 19; i++) {
            powers[i] = power;
            power *= 10;
        }
        powers[0] = 0;
        powers[19] = Long.MAX_VALUE;
        return powers;
    }
}
