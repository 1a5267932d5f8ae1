package io.millrace.pipeline.operator.fill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How far apart filled values are: a number of raw units, or months of the calendar.
 *
 * @param units raw units of whole numbers, dates and times; negative for descending order
 * @param real the same for floating-point columns
 * @param calendar in place of units for steps of months and more
 */
public record FillStep(long units, double real, Optional<Months> calendar) {
    /**
     * A step of months.
     *
     * @param perSecond raw units of a second for times, 0 for dates, whose unit is the day
     * @param zone of times
     */
    public record Months(long months, long perSecond, ZoneId zone) {}

    public static FillStep of(double amount) {
        return new FillStep((long) amount, amount, Optional.empty());
    }

    long after(long value) {
        return calendar.isPresent() ? after(value, calendar.get()) : value + units;
    }

    private static long after(long value, Months step) {
        if (step.perSecond() == 0) {
            return LocalDate.ofEpochDay(value).plusMonths(step.months()).toEpochDay();
        }
        long seconds = Math.floorDiv(value, step.perSecond());
        long rest = Math.floorMod(value, step.perSecond());
        long later = Instant.ofEpochSecond(seconds)
                .atZone(step.zone())
                .plusMonths(step.months())
                .toEpochSecond();
        return later * step.perSecond() + rest;
    }
}
