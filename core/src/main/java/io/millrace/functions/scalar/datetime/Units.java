package io.millrace.functions.scalar.datetime;

import io.millrace.data.type.IntervalUnit;
import java.util.Locale;
import java.util.Optional;

/** Names of calendar units as dateDiff and age take them. */
final class Units {
    private Units() {}

    static Optional<IntervalUnit> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nanosecond", "nanoseconds", "ns" -> Optional.of(IntervalUnit.NANOSECOND);
            case "microsecond", "microseconds", "us", "u" -> Optional.of(IntervalUnit.MICROSECOND);
            case "millisecond", "milliseconds", "ms" -> Optional.of(IntervalUnit.MILLISECOND);
            case "second", "seconds", "ss", "s" -> Optional.of(IntervalUnit.SECOND);
            case "minute", "minutes", "mi", "n" -> Optional.of(IntervalUnit.MINUTE);
            case "hour", "hours", "hh", "h" -> Optional.of(IntervalUnit.HOUR);
            case "day", "days", "dd", "d" -> Optional.of(IntervalUnit.DAY);
            case "week", "weeks", "wk", "ww" -> Optional.of(IntervalUnit.WEEK);
            case "month", "months", "mm", "m" -> Optional.of(IntervalUnit.MONTH);
            case "quarter", "quarters", "qq", "q" -> Optional.of(IntervalUnit.QUARTER);
            case "year", "years", "yyyy", "yy" -> Optional.of(IntervalUnit.YEAR);
            default -> Optional.empty();
        };
    }
}
