package io.millrace.data.text;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;

/** Date and Date32 as text: {@code 2024-02-03}. */
public final class DateText {
    /** Day number of 1900-01-01, the first of Date32. */
    public static final int DATE32_MIN = -25_567;
    /** Day number of 2299-12-31, the last of Date32. */
    public static final int DATE32_MAX = 120_529;

    private DateText() {}

    /** A day number as ten bytes. */
    public static void write(int day, ByteSink out) {
        int at = out.reserve(10);
        put(Civil.date(day), out.array(), at);
        out.advanceTo(at + 10);
    }

    /** A packed date as ten bytes at a place that has room. */
    static void put(long date, byte[] target, int at) {
        int year = Math.clamp(Civil.year(date), 0, 9999);
        IntegerText.putPair(year / 100, target, at);
        IntegerText.putPair(year % 100, target, at + 2);
        target[at + 4] = '-';
        IntegerText.putPair(Civil.month(date), target, at + 5);
        target[at + 7] = '-';
        IntegerText.putPair(Civil.dayOfMonth(date), target, at + 8);
    }

    /** Parses a Date; dates outside of its range become the nearest one, an impossible month 1970-01-01, day 31 of a shorter month rolls over. */
    public static int parseDate(byte[] bytes, int from, int to) {
        return (int) Math.clamp(parse(bytes, from, to, "Date"), 0L, 65_535L);
    }

    /** Parses a Date32; dates outside of 1900 to 2299 become the nearest one. */
    public static int parseDate32(byte[] bytes, int from, int to) {
        return (int) Math.clamp(parse(bytes, from, to, "Date32"), (long) DATE32_MIN, (long) DATE32_MAX);
    }

    private static long parse(byte[] bytes, int from, int to, String type) {
        if (to - from < 8) {
            throw new DbException(ErrorCode.CANNOT_PARSE_DATE, "Cannot parse date: value is too short");
        }
        int year = 0;
        for (int i = from; i < from + 4; i++) {
            year = year * 10 + digit(bytes, i, from, to);
        }
        int at = from + 4;
        int month;
        int day;
        if (isDigit(bytes[at])) {
            month = digit(bytes, at, from, to) * 10 + digit(bytes, at + 1, from, to);
            day = digit(bytes, at + 2, from, to) * 10 + digit(bytes, at + 3, from, to);
            at += 4;
        } else {
            month = digit(bytes, ++at, from, to);
            at++;
            if (isDigit(bytes[at])) {
                month = month * 10 + bytes[at++] - '0';
            }
            at++;
            if (at >= to) {
                throw here(bytes, from, to);
            }
            day = digit(bytes, at++, from, to);
            if (at < to && isDigit(bytes[at])) {
                day = day * 10 + bytes[at++] - '0';
            }
        }
        if (at < to) {
            throw ParseErrors.syntax(type, bytes, from, to, at);
        }
        return month < 1 || month > 12 || day < 1 || day > 31 ? 0 : Civil.day(year, month, day);
    }

    private static int digit(byte[] bytes, int at, int from, int to) {
        if (!isDigit(bytes[at])) {
            throw here(bytes, from, to);
        }
        return bytes[at] - '0';
    }

    private static DbException here(byte[] bytes, int from, int to) {
        return new DbException(
                ErrorCode.CANNOT_PARSE_DATE, "Cannot parse date here: " + ParseErrors.shown(bytes, from, to));
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
