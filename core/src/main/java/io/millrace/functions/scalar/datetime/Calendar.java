package io.millrace.functions.scalar.datetime;

import io.millrace.data.text.Civil;

/** Calendar arithmetic on day numbers since 1970-01-01. */
final class Calendar {
    private Calendar() {}

    /** The day {@code months} later; a day that the month does not have becomes its last one. */
    static long plusMonths(long day, long months) {
        long date = Civil.date(day);
        long count = Civil.year(date) * 12L + Civil.month(date) - 1 + months;
        int year = (int) Math.floorDiv(count, 12L);
        int month = (int) Math.floorMod(count, 12L) + 1;
        return Civil.day(year, month, Math.min(Civil.dayOfMonth(date), Civil.daysInMonth(year, month)));
    }

    /** Monday is 0. */
    static int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L);
    }

    static long monday(long day) {
        return day - weekday(day);
    }

    static long startOfMonth(long day) {
        return day - Civil.dayOfMonth(Civil.date(day)) + 1;
    }

    static long startOfYear(long day) {
        return Civil.day(Civil.year(Civil.date(day)), 1, 1);
    }

    /** The Monday with which the ISO year of a day begins. */
    static long startOfIsoYear(long day) {
        return monday(Civil.day(isoYear(day), 1, 4));
    }

    /** The year of the week's Thursday. */
    static int isoYear(long day) {
        return Civil.year(Civil.date(monday(day) + 3));
    }

    static int isoWeek(long day) {
        return (int) ((monday(day) - startOfIsoYear(day)) / 7) + 1;
    }

    /** Months since year 0. */
    static long months(long day) {
        long date = Civil.date(day);
        return Civil.year(date) * 12L + Civil.month(date) - 1;
    }

    /**
     * Week and year as MySQL counts them: bit 0 of the mode means weeks begin on Monday, bit 1 that weeks count from 1, bit 2 that the first week is the first
     * with a first weekday, bit 3 that weeks begin on the very first of January.
     *
     * @return {@code year << 8 | week}
     */
    static long yearWeek(long day, int mode) {
        boolean mondayFirst = (mode & 1) != 0;
        boolean fromYear = (mode & 2) != 0;
        boolean firstWeekday = (mode & 4) != 0;
        if ((mode & 8) != 0) {
            return yearWeekFromJanuary(day, mondayFirst);
        }
        boolean weekYear = fromYear;
        int year = Civil.year(Civil.date(day));
        long january = Civil.day(year, 1, 1);
        int weekday = weekday(january, !mondayFirst);
        if (day - january < 7 - weekday && Civil.month(Civil.date(day)) == 1) {
            if (!weekYear && (firstWeekday && weekday != 0 || !firstWeekday && weekday >= 4)) {
                return (long) year << 8;
            }
        }
        if (day - january < 7 - weekday && (firstWeekday && weekday != 0 || !firstWeekday && weekday >= 4)) {
            weekYear = true;
            year--;
            int days = daysInYear(year);
            january -= days;
            weekday = (int) Math.floorMod(weekday + 53 * 7L - days, 7L);
        }
        long days = firstWeekday && weekday != 0 || !firstWeekday && weekday >= 4
                ? day - (january + (7 - weekday))
                : day - (january - weekday);
        if (weekYear && days >= 52 * 7) {
            int next = (int) Math.floorMod(weekday + daysInYear(year), 7L);
            if (!firstWeekday && next < 4 || firstWeekday && next == 0) {
                return (long) (year + 1) << 8 | 1;
            }
        }
        return (long) year << 8 | days / 7 + 1;
    }

    private static long yearWeekFromJanuary(long day, boolean mondayFirst) {
        int year = Civil.year(Civil.date(day));
        long start = weekStart(Civil.day(year, 1, 1), mondayFirst);
        if (day >= weekStart(Civil.day(year + 1, 1, 1), mondayFirst)) {
            return (long) (year + 1) << 8 | 1;
        }
        return (long) year << 8 | (day - start) / 7 + 1;
    }

    /** The first day of the week of a day. */
    static long weekStart(long day, boolean mondayFirst) {
        return day - weekday(day, !mondayFirst);
    }

    static int weekday(long day, boolean sundayFirst) {
        return (int) Math.floorMod(day + (sundayFirst ? 4 : 3), 7L);
    }

    static int daysInYear(int year) {
        return (int) (Civil.day(year + 1, 1, 1) - Civil.day(year, 1, 1));
    }
}
