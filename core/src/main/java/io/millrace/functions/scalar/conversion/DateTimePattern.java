package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.text.Civil;
import io.millrace.data.text.TimeZone;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A format of parseDateTime, as in MySQL: {@code %Y-%m-%d %H:%i:%s}. An instance is one parse; not thread-safe. */
final class DateTimePattern {
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private final String pattern;
    private String text = "";
    private int at;
    private int year;
    private int month;
    private int day;
    private int dayOfYear;
    private int hour;
    private int minute;
    private int second;
    private boolean twelveHours;
    private boolean afternoon;
    private int offset;
    private boolean hasOffset;

    DateTimePattern(String pattern) {
        this.pattern = pattern;
    }

    /** Reads all of a text to unix seconds, or CANNOT_PARSE_DATETIME. */
    long parse(byte[] bytes, int from, int length, TimeZone zone) {
        text = new String(bytes, from, length, StandardCharsets.UTF_8);
        at = 0;
        year = 1970;
        month = 1;
        day = 1;
        dayOfYear = 0;
        hour = 0;
        minute = 0;
        second = 0;
        twelveHours = false;
        afternoon = false;
        hasOffset = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' && i + 1 < pattern.length()) {
                field(pattern.charAt(++i));
            } else {
                literal(c);
            }
        }
        if (at < text.length()) {
            throw bad("", "there is something behind it");
        }
        return result(zone);
    }

    private void field(char c) {
        switch (c) {
            case 'Y' -> year = number(4, 0, 9999, c);
            case 'y' -> {
                int value = number(2, 0, 99, c);
                year = value < 70 ? 2000 + value : 1900 + value;
            }
            case 'm', 'c' -> month = number(2, 1, 12, c);
            case 'd', 'e' -> day = number(2, 1, 31, c);
            case 'j' -> dayOfYear = number(3, 1, 366, c);
            case 'H', 'k' -> hour = number(2, 0, 23, c);
            case 'h', 'I', 'l' -> {
                hour = number(2, 1, 12, c);
                twelveHours = true;
            }
            case 'i' -> minute = number(2, 0, 59, c);
            case 's', 'S' -> second = number(2, 0, 59, c);
            case 'f' -> number(6, 0, 999_999, c);
            case 'b', 'M' -> month = monthName(c);
            case 'p' -> {
                String half = take(2, c).toLowerCase(Locale.ROOT);
                if (!half.equals("am") && !half.equals("pm")) {
                    throw bad("%p", "it is neither AM nor PM");
                }
                afternoon = half.equals("pm");
                twelveHours = true;
            }
            case 'T' -> all("H:i:s");
            case 'R' -> all("H:i");
            case 'F' -> all("Y-m-d");
            case 'D' -> all("m/d/y");
            case 'z' -> zoneOffset();
            case 'n' -> literal('\n');
            case 't' -> literal('\t');
            case '%' -> literal('%');
            default ->
                throw new DbException(
                        ErrorCode.NOT_IMPLEMENTED, "format is not supported for %" + c + " in parseDateTime");
        }
    }

    private void all(String fields) {
        for (int i = 0; i < fields.length(); i++) {
            char c = fields.charAt(i);
            if (Character.isLetter(c)) {
                field(c);
            } else {
                literal(c);
            }
        }
    }

    private void literal(char c) {
        if (at >= text.length() || text.charAt(at) != c) {
            throw bad(String.valueOf(c), "it is not there");
        }
        at++;
    }

    private String take(int count, char field) {
        if (at + count > text.length()) {
            throw bad("%" + field, "it requires size >= " + count);
        }
        at += count;
        return text.substring(at - count, at);
    }

    private int number(int digits, int min, int max, char field) {
        String taken = take(digits, field);
        int value = 0;
        for (int i = 0; i < digits; i++) {
            char c = taken.charAt(i);
            if (c < '0' || c > '9') {
                throw bad("%" + field, "'" + taken + "' is no number");
            }
            value = value * 10 + c - '0';
        }
        if (value < min || value > max) {
            throw bad("%" + field, value + " is not between " + min + " and " + max);
        }
        return value;
    }

    private int monthName(char field) {
        String rest = text.substring(at).toLowerCase(Locale.ROOT);
        for (String name : MONTHS) {
            String wanted = field == 'b' ? name.substring(0, 3) : name;
            if (rest.startsWith(wanted)) {
                at += wanted.length();
                return MONTHS.indexOf(name) + 1;
            }
        }
        throw bad("%" + field, "it is no month");
    }

    private void zoneOffset() {
        String sign = take(1, 'z');
        if (!sign.equals("+") && !sign.equals("-")) {
            throw bad("%z", "it has no sign");
        }
        int seconds = number(2, 0, 14, 'z') * 3600 + number(2, 0, 59, 'z') * 60;
        offset = sign.equals("-") ? -seconds : seconds;
        hasOffset = true;
    }

    private long result(TimeZone zone) {
        if (dayOfYear == 0 && !Civil.isValid(year, month, day)) {
            throw new DbException(
                    ErrorCode.CANNOT_PARSE_DATETIME, "Invalid date, year:" + year + " month:" + month + " day:" + day);
        }
        long days = dayOfYear > 0 ? Civil.day(year, 1, 1) + dayOfYear - 1 : Civil.day(year, month, day);
        int shown = twelveHours ? hour % 12 + (afternoon ? 12 : 0) : hour;
        long local = days * 86_400 + shown * 3600L + minute * 60L + second;
        return hasOffset ? local - offset : zone.toUnix(local);
    }

    private DbException bad(String fragment, String why) {
        return new DbException(
                ErrorCode.CANNOT_PARSE_DATETIME,
                "Unable to parse fragment " + fragment + " from " + text.substring(Math.min(at, text.length()))
                        + " because " + why);
    }
}
