package io.millrace.data.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * Dates and times in many notations: ISO 8601, RFC 1123, unix time in seconds to nanoseconds, {@code 3/2/2024}, {@code Feb 3 2024 4:05PM}, offsets and zone
 * names, as {@code parseDateTimeBestEffort} reads them. An instance is one parse; not thread-safe.
 */
public final class BestEffortDateTime {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final byte[] bytes;
    private final int to;
    private final int precision;
    private final boolean monthFirst;
    private int at;
    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;
    private long fraction;
    private boolean hasYear;
    private boolean hasTime;
    private boolean hasOffset;
    private int offset;
    private boolean afternoon;
    private boolean morning;

    private BestEffortDateTime(byte[] bytes, int from, int to, int precision, boolean monthFirst) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
        this.precision = precision;
        this.monthFirst = monthFirst;
    }

    /**
     * Parses all of {@code bytes[from, to)} to ticks of 10^-precision seconds.
     *
     * @param monthFirst whether 3/2/2024 is in March
     * @throws DbException CANNOT_PARSE_DATETIME
     */
    public static long parse(byte[] bytes, int from, int to, TimeZone zone, int precision, boolean monthFirst) {
        return new BestEffortDateTime(bytes, from, to, precision, monthFirst).run(zone);
    }

    private long run(TimeZone zone) {
        int start = at;
        while (at < to) {
            byte c = bytes[at];
            if (isDigit(c)) {
                int digits = countDigits(at);
                if (!hasYear && !hasTime && month == 0 && day == 0 && isUnixTime(digits)) {
                    return unixTime(digits, start);
                }
                number(digits);
            } else if (c == ' ' || c == ',' || c == ';') {
                at++;
            } else if ((c | 0x20) == 't' && (at + 1 == to || isDigit(bytes[at + 1]) || bytes[at + 1] == ' ')) {
                at++;
            } else if (c == '+' || c == '-') {
                signed(c == '-');
            } else if (isLetter(c)) {
                word();
            } else {
                throw bad("unexpected symbol");
            }
        }
        return result(zone);
    }

    private static boolean isUnixTime(int digits) {
        return digits == 9 || digits == 10 || digits == 13 || digits == 16 || digits == 19;
    }

    private long unixTime(int digits, int start) {
        long value = IntegerText.parse(bytes, at, at + digits, true);
        int scale = Math.max(0, digits - 10);
        at += digits;
        long parsed = 0;
        if (at < to && bytes[at] == '.' && precision > 0) {
            parsed = DateTimeText.fraction(bytes, at + 1, to, precision);
            at = to;
        }
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        if (at < to || parsed < 0) {
            throw ParseErrors.syntax("DateTime", bytes, start, to, at);
        }
        long perSecond = DateTimeText.ticksPerSecond(scale);
        long rest = value % perSecond;
        long sub = precision >= scale
                ? rest * DateTimeText.ticksPerSecond(precision - scale)
                : rest / DateTimeText.ticksPerSecond(scale - precision);
        return DateTimeText.ticks(value / perSecond, sub + parsed, precision);
    }

    private void number(int digits) {
        switch (digits) {
            case 14 -> {
                compactDate();
                compactTime();
            }
            case 8 -> compactDate();
            case 6 -> {
                if (hasYear || month != 0) {
                    compactTime();
                } else {
                    year = take(4);
                    month = take(2);
                    hasYear = true;
                }
            }
            case 4 -> fourDigits();
            case 1, 2 -> shortNumber(digits);
            default -> throw bad("unexpected number of decimal digits: " + digits);
        }
    }

    private void compactDate() {
        year = take(4);
        month = take(2);
        day = take(2);
        hasYear = true;
    }

    private void compactTime() {
        hour = take(2);
        minute = take(2);
        second = take(2);
        hasTime = true;
        fractionIfAny();
    }

    private void fourDigits() {
        if (hasYear) {
            if (hasTime) {
                throw bad("unexpected number of decimal digits: 4");
            }
            hour = take(2);
            minute = take(2);
            hasTime = true;
            return;
        }
        year = take(4);
        hasYear = true;
        if (month == 0 && at + 1 < to && isSeparator(bytes[at]) && isDigit(bytes[at + 1])) {
            at++;
            month = take(Math.min(2, countDigits(at)));
            if (at + 1 < to && isSeparator(bytes[at]) && isDigit(bytes[at + 1])) {
                at++;
                day = take(Math.min(2, countDigits(at)));
            }
        }
    }

    private void shortNumber(int digits) {
        int value = take(digits);
        byte next = at < to ? bytes[at] : 0;
        boolean numberFollows = at + 1 < to && isDigit(bytes[at + 1]);
        if (next == ':' && !hasTime) {
            time(value);
        } else if (isSeparator(next) && numberFollows && day == 0) {
            dayAndMonth(value);
        } else if (isSeparator(next) && at + 1 < to && isLetter(bytes[at + 1])) {
            day = value;
            at++;
        } else if (day == 0) {
            day = value;
        } else if (!hasTime) {
            hour = value;
            hasTime = true;
        } else if (!hasYear) {
            year = value + (value < 70 ? 2000 : 1900);
            hasYear = true;
        } else {
            throw bad("unexpected number of decimal digits: " + digits);
        }
    }

    private void time(int first) {
        hour = first;
        hasTime = true;
        at++;
        if (at < to && isDigit(bytes[at])) {
            minute = take(Math.min(2, countDigits(at)));
        }
        if (at + 1 < to && bytes[at] == ':' && isDigit(bytes[at + 1])) {
            at++;
            second = take(Math.min(2, countDigits(at)));
            fractionIfAny();
        }
    }

    private void fractionIfAny() {
        if (at + 1 < to && bytes[at] == '.' && isDigit(bytes[at + 1])) {
            int digits = countDigits(at + 1);
            fraction = DateTimeText.fraction(bytes, at + 1, at + 1 + digits, precision);
            at += 1 + digits;
        }
    }

    private void dayAndMonth(int first) {
        at++;
        int secondNumber = take(Math.min(2, countDigits(at)));
        day = monthFirst ? secondNumber : first;
        month = monthFirst ? first : secondNumber;
        if (at + 1 < to && isSeparator(bytes[at]) && isDigit(bytes[at + 1])) {
            at++;
            int digits = countDigits(at);
            if (digits != 2 && digits != 4) {
                throw bad("unexpected number of decimal digits after day and month: " + digits);
            }
            int value = take(digits);
            year = digits == 4 ? value : value + (value < 70 ? 2000 : 1900);
            hasYear = true;
        }
    }

    /** An offset behind a time, an hour behind a date. */
    private void signed(boolean negative) {
        at++;
        int digits = countDigits(at);
        if (digits == 0) {
            if (!negative) {
                throw bad("unexpected symbol after plus");
            }
            return;
        }
        if (!hasTime) {
            if (hasYear && day != 0) {
                hour = take(Math.min(2, digits));
                hasTime = true;
            }
            return;
        }
        int hours = take(Math.min(2, digits));
        int minutes = 0;
        if (digits == 4) {
            minutes = take(2);
        } else if (at + 1 < to && bytes[at] == ':' && isDigit(bytes[at + 1])) {
            at++;
            minutes = take(Math.min(2, countDigits(at)));
        }
        offset = (hours * 3600 + minutes * 60) * (negative ? -1 : 1);
        hasOffset = true;
    }

    private void word() {
        int start = at;
        while (at < to && isLetter(bytes[at])) {
            at++;
        }
        String word = new String(bytes, start, at - start, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        switch (word) {
            case "am" -> morning = true;
            case "pm" -> afternoon = true;
            case "z", "utc", "gmt" -> setOffset(0);
            case "msk" -> setOffset(3);
            case "msd" -> setOffset(4);
            case "est" -> setOffset(-5);
            case "edt" -> setOffset(-4);
            case "cst" -> setOffset(-6);
            case "cdt" -> setOffset(-5);
            case "mst" -> setOffset(-7);
            case "mdt" -> setOffset(-6);
            case "pst" -> setOffset(-8);
            case "pdt" -> setOffset(-7);
            case "t" -> {}
            default -> {
                String three = word.length() < 3 ? "" : word.substring(0, 3);
                if (MONTHS.contains(three)) {
                    month = MONTHS.indexOf(three) + 1;
                    at += at < to && isSeparator(bytes[at]) ? 1 : 0;
                } else if (!WEEKDAYS.contains(three)) {
                    throw bad("unexpected word");
                }
            }
        }
    }

    private void setOffset(int hours) {
        offset = hours * 3600;
        hasOffset = true;
    }

    private long result(TimeZone zone) {
        if (!hasYear && month == 0 && day == 0 && !hasTime) {
            throw bad("neither Date nor Time was parsed successfully");
        }
        if (!hasYear || year == 0) {
            year = Year.now(ZoneOffset.UTC).getValue();
        }
        month = month == 0 ? 1 : month;
        day = day == 0 ? 1 : day;
        if (!Civil.isValid(year, month, day)) {
            throw bad("unexpected date: " + year + "-" + month + "-" + day);
        }
        if (afternoon && hour < 12) {
            hour += 12;
        } else if (morning && hour == 12) {
            hour = 0;
        }
        long local = Civil.day(year, month, day) * 86_400 + hour * 3600L + minute * 60L + second;
        return DateTimeText.ticks(hasOffset ? local - offset : zone.toUnix(local), fraction, precision);
    }

    private int take(int digits) {
        if (countDigits(at) < digits) {
            throw bad("unexpected number of decimal digits: " + countDigits(at));
        }
        int value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * 10 + bytes[at++] - '0';
        }
        return value;
    }

    private int countDigits(int from) {
        int end = from;
        while (end < to && isDigit(bytes[end])) {
            end++;
        }
        return end - from;
    }

    private static boolean isSeparator(byte b) {
        return b == '-' || b == '/' || b == '.';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isLetter(byte b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }

    private static DbException bad(String what) {
        return new DbException(ErrorCode.CANNOT_PARSE_DATETIME, "Cannot read DateTime: " + what);
    }
}
