package io.millrace.net.pgwire;

import io.millrace.base.io.ByteSink;
import io.millrace.data.text.IntegerText;
import io.millrace.data.type.IntervalUnit;

/** An interval as PostgreSQL keeps it: months, days and microseconds apart. */
final class IntervalParts {
    private IntervalParts() {}

    static int months(IntervalUnit unit, long count) {
        return switch (unit) {
            case MONTH -> (int) count;
            case QUARTER -> (int) count * 3;
            case YEAR -> (int) count * 12;
            default -> 0;
        };
    }

    static int days(IntervalUnit unit, long count) {
        return switch (unit) {
            case DAY -> (int) count;
            case WEEK -> (int) count * 7;
            default -> 0;
        };
    }

    static long micros(IntervalUnit unit, long count) {
        return switch (unit) {
            case NANOSECOND -> Math.floorDiv(count, 1000L);
            case MICROSECOND -> count;
            case MILLISECOND -> count * 1000;
            case SECOND -> count * 1_000_000;
            case MINUTE -> count * 60_000_000;
            case HOUR -> count * 3_600_000_000L;
            default -> 0;
        };
    }

    /** PostgreSQL's own style: {@code 1 year 2 mons 3 days 04:05:06}. */
    static void text(IntervalUnit unit, long count, ByteSink out) {
        int months = months(unit, count);
        int days = days(unit, count);
        long micros = micros(unit, count);
        int begin = out.size();
        part(months / 12, "year", begin, out);
        part(months % 12, "mon", begin, out);
        part(days, "day", begin, out);
        if (micros == 0 && out.size() > begin) {
            return;
        }
        if (out.size() > begin) {
            out.putByte(' ');
        }
        if (micros < 0) {
            out.putByte('-');
            micros = -micros;
        }
        long seconds = micros / 1_000_000;
        pair(seconds / 3600, out);
        out.putByte(':');
        pair(seconds / 60 % 60, out);
        out.putByte(':');
        pair(seconds % 60, out);
        fraction(micros % 1_000_000, out);
    }

    /** {@code .5} of 500,000 microseconds; nothing of 0. */
    static void fraction(long micros, ByteSink out) {
        if (micros == 0) {
            return;
        }
        out.putByte('.');
        long rest = micros;
        for (long unit = 100_000; rest != 0; unit /= 10) {
            out.putByte('0' + (int) (rest / unit));
            rest %= unit;
        }
    }

    private static void part(int count, String name, int begin, ByteSink out) {
        if (count == 0) {
            return;
        }
        if (out.size() > begin) {
            out.putByte(' ');
        }
        IntegerText.write(count, out);
        out.putByte(' ');
        out.putText(name);
        if (count != 1) {
            out.putByte('s');
        }
    }

    static void pair(long number, ByteSink out) {
        if (number < 10) {
            out.putByte('0');
        }
        IntegerText.write(number, out);
    }
}
