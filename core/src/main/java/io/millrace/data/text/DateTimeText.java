package io.millrace.data.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * DateTime and DateTime64 as text in one zone: {@code 2024-02-03 04:05:06.789}.
 *
 * <p>Remembers the last day and the last interval of the zone, so an instance belongs to one writer or reader; not thread-safe.
 */
public final class DateTimeText {
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** {@code 0000-00-} and its marks, first byte lowest. */
    private static final long DATE_FORM = 0x2D30302D30303030L;

    private static final long DATE_MARKS = 0xFF0000FF00000000L;
    /** {@code 00:00:00} and its marks. */
    private static final long TIME_FORM = 0x30303A30303A3030L;

    private static final long TIME_MARKS = 0x0000FF0000FF0000L;

    private final TimeZone zone;
    private final boolean monthFirst;
    private long knownFrom = 1;
    private long knownTo;
    private int knownOffset;
    private long knownDay = Long.MIN_VALUE;
    private final byte[] knownDate = new byte[10];

    public DateTimeText(TimeZone zone) {
        this(zone, false);
    }

    /** @param monthFirst whether 3/2/2024 is in March, in texts that are read */
    public DateTimeText(TimeZone zone, boolean monthFirst) {
        this.monthFirst = monthFirst;
        this.zone = zone;
    }

    /** 10^precision, precision up to 9. */
    public static long ticksPerSecond(int precision) {
        return POWERS[precision];
    }

    /** Unix seconds as 19 bytes. */
    public void write(long unixSeconds, ByteSink out) {
        if (unixSeconds < knownFrom || unixSeconds >= knownTo) {
            int interval = zone.interval(unixSeconds);
            knownFrom = zone.intervalFrom(interval);
            knownTo = zone.intervalTo(interval);
            knownOffset = zone.offset(interval);
        }
        long local = unixSeconds + knownOffset;
        long day = Math.floorDiv(local, 86_400L);
        int second = (int) (local - day * 86_400);
        if (day != knownDay) {
            DateText.put(Civil.date(day), knownDate, 0);
            knownDay = day;
        }
        int at = out.reserve(19);
        byte[] target = out.array();
        System.arraycopy(knownDate, 0, target, at, 10);
        target[at + 10] = ' ';
        int minute = second / 60;
        IntegerText.putPair(minute / 60, target, at + 11);
        target[at + 13] = ':';
        IntegerText.putPair(minute % 60, target, at + 14);
        target[at + 16] = ':';
        IntegerText.putPair(second - minute * 60, target, at + 17);
        out.advanceTo(at + 19);
    }

    /** Ticks of a DateTime64. */
    public void write(long ticks, int precision, ByteSink out) {
        long perSecond = POWERS[precision];
        long seconds = Math.floorDiv(ticks, perSecond);
        write(seconds, out);
        writeFraction(ticks - seconds * perSecond, precision, out);
    }

    private static void writeFraction(long fraction, int precision, ByteSink out) {
        if (precision == 0) {
            return;
        }
        int at = out.reserve(precision + 1);
        byte[] target = out.array();
        target[at] = '.';
        int begin = IntegerText.writeDigits(fraction, target, at + 1 + precision);
        while (begin > at + 1) {
            target[--begin] = '0';
        }
        out.advanceTo(at + 1 + precision);
    }

    /** Parses a DateTime to unix seconds; moments outside of its range become the nearest one. */
    public long parse(byte[] bytes, int from, int to, boolean bestEffort) {
        long seconds;
        if (to - from == 19 && isPlain(bytes, from)) {
            seconds = plain(bytes, from);
        } else if (bestEffort) {
            seconds = BestEffortDateTime.parse(bytes, from, to, zone, 0, monthFirst);
        } else {
            seconds = basic(bytes, from, to, 0);
        }
        return Math.clamp(seconds, 0L, 0xFFFF_FFFFL);
    }

    /** Parses a DateTime64 to ticks; extra digits of the fraction are cut off. */
    public long parse64(byte[] bytes, int from, int to, int precision, boolean bestEffort) {
        int length = to - from;
        if (length >= 19 && isPlain(bytes, from) && (length == 19 || bytes[from + 19] == '.')) {
            long fraction = fraction(bytes, from + 20, to, precision);
            if (fraction >= 0) {
                return ticks(plain(bytes, from), fraction, precision);
            }
        }
        return bestEffort
                ? BestEffortDateTime.parse(bytes, from, to, zone, precision, monthFirst)
                : basic(bytes, from, to, precision);
    }

    static long ticks(long seconds, long fraction, int precision) {
        try {
            return Math.addExact(Math.multiplyExact(seconds, POWERS[precision]), fraction);
        } catch (ArithmeticException e) {
            throw new DbException(
                    ErrorCode.DECIMAL_OVERFLOW,
                    "Decimal math overflow: DateTime64(" + precision + ") cannot hold the value");
        }
    }

    /** Digits as ticks; -1 when there is something else. */
    static long fraction(byte[] bytes, int from, int to, int precision) {
        long value = 0;
        int digits = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if ((digit & 0xFF) > 9) {
                return -1;
            }
            if (digits < precision) {
                value = value * 10 + digit;
                digits++;
            }
        }
        return value * POWERS[precision - digits];
    }

    /** YYYY-MM-DD hh:mm:ss, YYYY-MM-DD or unix seconds, with a fraction. */
    private long basic(byte[] bytes, int from, int to, int precision) {
        int point = from;
        while (point < to && bytes[point] != '.') {
            point++;
        }
        long fraction = point < to ? fraction(bytes, point + 1, to, precision) : 0;
        int length = point - from;
        long seconds;
        if (length == 19 && isPlain(bytes, from)) {
            seconds = plain(bytes, from);
        } else if (length == 10 && bytes[from + 4] == '-') {
            seconds = zone.toUnix(DateText.parseDate32(bytes, from, point) * 86_400L);
        } else if (length > 0 && length <= 19 && fraction >= 0) {
            seconds = IntegerText.parse(bytes, from, point, true);
        } else {
            throw new DbException(
                    ErrorCode.CANNOT_PARSE_DATETIME, "Cannot parse DateTime " + ParseErrors.shown(bytes, from, to));
        }
        return ticks(seconds, Math.max(0, fraction), precision);
    }

    /** High bits where a byte, already less '0', is no digit. */
    private static long notDigits(long word) {
        return (word + 0x7676767676767676L | word) & 0x8080808080808080L;
    }

    /** Whether 19 bytes are a possible date and time in the usual form. */
    private static boolean isPlain(byte[] bytes, int from) {
        long date = (long) LONG.get(bytes, from) ^ DATE_FORM;
        long time = (long) LONG.get(bytes, from + 11) ^ TIME_FORM;
        long wrong = date & DATE_MARKS | time & TIME_MARKS | notDigits(date) | notDigits(time);
        byte between = bytes[from + 10];
        if (wrong != 0 || between != ' ' && between != 'T') {
            return false;
        }
        if ((bytes[from + 8] - '0' & 0xFF) > 9 || (bytes[from + 9] - '0' & 0xFF) > 9) {
            return false;
        }
        return Civil.isValid(
                        pair(bytes, from) * 100 + pair(bytes, from + 2), pair(bytes, from + 5), pair(bytes, from + 8))
                && pair(bytes, from + 11) < 24
                && pair(bytes, from + 14) < 60
                && pair(bytes, from + 17) < 60;
    }

    private long plain(byte[] bytes, int from) {
        long day = Civil.day(
                pair(bytes, from) * 100 + pair(bytes, from + 2), pair(bytes, from + 5), pair(bytes, from + 8));
        return zone.toUnix(
                day * 86_400 + pair(bytes, from + 11) * 3600L + pair(bytes, from + 14) * 60L + pair(bytes, from + 17));
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] - '0') * 10 + bytes[at + 1] - '0';
    }
}
