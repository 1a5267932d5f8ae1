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
     * Week and year as MySQL counts them. Bit 0 of the mode: weeks begin on Monday, not Sunday. Bit 1: days before the first week belong to the last week of the
     * year before, not to week 0. Bit 2: exchanges what the first week is, which is the first whole one for Sundays and the first with four days for Mondays.
     * Bit 3: the first week is that of the first of January.
     *
     * @return {@code year << 8 | week}
     */
    static long yearWeek(long day, int mode) {
        int year = Civil.year(Civil.date(day));
        boolean borrow = (mode & 10) != 0;
        if (day < firstWeek(year, mode)) {
            if (!borrow) {
                return (long) year << 8;
            }
            year--;
        } else if (borrow && day >= firstWeek(year + 1, mode)) {
            year++;
        }
        return (long) year << 8 | (day - firstWeek(year, mode)) / 7 + 1;
    }

    /** The day with which week 1 of a year begins. */
    private static long firstWeek(int year, int mode) {
        boolean mondayFirst = (mode & 1) != 0;
        boolean wholeWeek = (mode & 4) != 0 == mondayFirst;
        long january = Civil.day(year, 1, 1);
        long start = weekStart(january, mondayFirst);
        if ((mode & 8) != 0) {
            return start;
        }
        long before = january - start;
        return before == 0 || !wholeWeek && before < 4 ? start : start + 7;
    }

    /** The first day of the week of a day. */
    static long weekStart(long day, boolean mondayFirst) {
        return day - weekday(day, !mondayFirst);
    }

    static int weekday(long day, boolean sundayFirst) {
        return (int) Math.floorMod(day + (sundayFirst ? 4 : 3), 7L);
    }
}
