package io.millrace.functions.scalar.datetime;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.data.text.Civil;
import java.util.List;

/** A format of formatDateTime, as in MySQL: {@code %Y-%m-%d %H:%i:%s}. Immutable. */
final class DateTimeFormat {
    static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    static final List<String> WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private final String pattern;

    DateTimeFormat(String pattern) {
        this.pattern = pattern;
        check();
    }

    private void check() {
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '%') {
                i++;
                if (i == pattern.length()
                        || "aAbBcCdDeEfFgGhHiIjklmMnpQrRsStTuVwWyYz%".indexOf(pattern.charAt(i)) < 0) {
                    String what = i < pattern.length() ? "%" + pattern.charAt(i) : "%";
                    throw new DbException(
                            ErrorCode.BAD_ARGUMENTS,
                            "Wrong syntax '" + pattern + "', unexpected symbol in format: " + what);
                }
            }
        }
    }

    /**
     * Appends one moment.
     *
     * @param local seconds of the zone's clock
     * @param offset of the zone at that moment
     * @param fraction of the second in 10^-digits, digits being at least six
     */
    void write(long local, int offset, long fraction, int digits, ByteSink out) {
        long day = Math.floorDiv(local, 86_400L);
        int second = (int) (local - day * 86_400);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%' && c < 0x80) {
                out.putByte(c);
                continue;
            }
            if (c != '%') {
                int end = pattern.indexOf('%', i);
                end = end < 0 ? pattern.length() : end;
                out.putText(pattern.substring(i, end));
                i = end - 1;
                continue;
            }
            c = pattern.charAt(++i);
            if (!writeDate(c, day, out) && !writeTime(c, second, out)) {
                writeOther(c, offset, fraction, digits, out);
            }
        }
    }

    private static boolean writeDate(char c, long day, ByteSink out) {
        long date = Civil.date(day);
        int year = Civil.year(date);
        int month = Civil.month(date);
        int dayOfMonth = Civil.dayOfMonth(date);
        int weekday = Calendar.weekday(day);
        switch (c) {
            case 'a' -> out.putText(WEEKDAYS.get(weekday).substring(0, 3));
            case 'W' -> out.putText(WEEKDAYS.get(weekday));
            case 'b' -> out.putText(MONTHS.get(month - 1).substring(0, 3));
            case 'M', 'B' -> out.putText(MONTHS.get(month - 1));
            case 'c', 'm' -> number(month, 2, out);
            case 'C' -> number(year / 100, 2, out);
            case 'd' -> number(dayOfMonth, 2, out);
            case 'e' -> number(dayOfMonth, 1, out);
            case 'D' -> {
                number(month, 2, out);
                out.putByte('/');
                number(dayOfMonth, 2, out);
                out.putByte('/');
                number(year % 100, 2, out);
            }
            case 'F' -> {
                number(year / 100, 2, out);
                number(year % 100, 2, out);
                out.putByte('-');
                number(month, 2, out);
                out.putByte('-');
                number(dayOfMonth, 2, out);
            }
            case 'g' -> number(Calendar.isoYear(day) % 100, 2, out);
            case 'G' -> number(Calendar.isoYear(day), 4, out);
            case 'j' -> number(day - Calendar.startOfYear(day) + 1, 3, out);
            case 'Q' -> number((month + 2) / 3, 1, out);
            case 'u' -> number(weekday + 1, 1, out);
            case 'V' -> number(Calendar.isoWeek(day), 2, out);
            case 'w' -> number((weekday + 1) % 7, 1, out);
            case 'y' -> number(year % 100, 2, out);
            case 'Y' -> {
                number(year / 100, 2, out);
                number(year % 100, 2, out);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean writeTime(char c, int second, ByteSink out) {
        int hour = second / 3600;
        int minute = second / 60 % 60;
        int twelve = (hour + 11) % 12 + 1;
        switch (c) {
            case 'H', 'k' -> number(hour, 2, out);
            case 'h', 'I', 'l' -> number(twelve, 2, out);
            case 'i' -> number(minute, 2, out);
            case 's', 'S' -> number(second % 60, 2, out);
            case 'p' -> out.putText(hour < 12 ? "AM" : "PM");
            case 'r' -> {
                number(twelve, 2, out);
                out.putByte(':');
                number(minute, 2, out);
                out.putText(hour < 12 ? " AM" : " PM");
            }
            case 'R' -> {
                number(hour, 2, out);
                out.putByte(':');
                number(minute, 2, out);
            }
            case 'T' -> {
                number(hour, 2, out);
                out.putByte(':');
                number(minute, 2, out);
                out.putByte(':');
                number(second % 60, 2, out);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void writeOther(char c, int offset, long fraction, int digits, ByteSink out) {
        switch (c) {
            case 'f' -> number(fraction, digits, out);
            case 'n' -> out.putByte('\n');
            case 't' -> out.putByte('\t');
            case 'z' -> {
                int minutes = Math.abs(offset) / 60;
                out.putByte(offset < 0 ? '-' : '+');
                number(minutes / 60, 2, out);
                number(minutes % 60, 2, out);
            }
            default -> out.putByte(c);
        }
    }

    /** A number of at least some digits. */
    private static void number(long value, int digits, ByteSink out) {
        if (digits == 2 && value >= 0 && value < 100) {
            out.putByte((int) ('0' + value / 10));
            out.putByte((int) ('0' + value % 10));
            return;
        }
        long limit = 10;
        for (int i = 1; i < digits; i++) {
            limit *= 10;
        }
        for (long power = limit / 10; power > 1 && value < power; power /= 10) {
            out.putByte('0');
        }
        io.millrace.data.text.IntegerText.write(value, out);
    }
}
