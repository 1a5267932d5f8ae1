package io.millrace.functions.scalar.datetime;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.text.Civil;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.ConstantDivisor;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;
import java.util.Optional;

/** Cuts dates and times to the beginning of an interval of some calendar units: toStartOfHour, toStartOfInterval, dateTrunc. */
record Truncation(DataType type, Moments moments, IntervalUnit unit, long count) implements BoundScalar {
    private static final int DAY = 86_400;

    /** The result type of toStartOfInterval: a Date from weeks on, otherwise a DateTime, with a fraction for units below the second. */
    static DataType resultType(Moments moments, IntervalUnit unit, Optional<String> zone) {
        if (unit.compareTo(IntervalUnit.WEEK) >= 0) {
            return Types.DATE;
        }
        Optional<String> shown = zone.or(() -> Moments.zoneName(moments.type()));
        int precision = precision(unit);
        if (precision > 0) {
            return new DateTime64Type(Math.max(precision, moments.precision()), shown);
        }
        return new DateTimeType(shown);
    }

    static int precision(IntervalUnit unit) {
        return switch (unit) {
            case NANOSECOND -> 9;
            case MICROSECOND -> 6;
            case MILLISECOND -> 3;
            default -> 0;
        };
    }

    /** @param zone given as an argument, shown in the result type */
    static BoundScalar toStartOf(Moments moments, IntervalUnit unit, long count, Optional<String> zone) {
        if (!moments.hasTime() && unit.compareTo(IntervalUnit.DAY) < 0) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Illegal interval kind for argument data type "
                            + moments.type().name());
        }
        return new Truncation(resultType(moments, unit, zone), moments, unit, count);
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        if (unit.compareTo(IntervalUnit.DAY) >= 0) {
            return new DatePart.Bound(type, moments, this::ofDay).evaluate(arguments, rows, context);
        }
        long[] result = unit.compareTo(IntervalUnit.SECOND) < 0 || type instanceof DateTime64Type
                ? ticks(arguments[0], rows)
                : seconds(arguments[0], rows);
        return Narrowing.ofLongs(result, rows, type);
    }

    /** The result for a local day, for units of days and more. */
    private long ofDay(long day) {
        long start = switch (unit) {
            case DAY -> Math.floorDiv(day, count) * count;
            case WEEK -> Math.floorDiv(day - 4, 7 * count) * 7 * count + 4;
            case MONTH -> firstOfMonth(day, count);
            case QUARTER -> firstOfMonth(day, 3 * count);
            default -> Civil.day((int) (Civil.year(Civil.date(day)) / count * count), 1, 1);
        };
        boolean wraps = moments.type() instanceof DateTime64Type;
        return switch (type) {
            case DateTimeType d -> wraps ? moments.zone().toUnix(start * DAY) : firstMoment(Math.max(0, start));
            case DateTime64Type d -> moments.zone().toUnix(start * DAY) * DateTimeText.ticksPerSecond(d.precision());
            case DataType.DateType d -> Math.max(0, start);
            default -> start;
        };
    }

    /** When a day begins; where that is before 1970, the next day, as in ClickHouse. */
    private long firstMoment(long day) {
        long moment = moments.zone().toUnix(day * DAY);
        return moment < 0 ? moments.zone().toUnix((day + 1) * DAY) : moment;
    }

    private static long firstOfMonth(long day, long months) {
        long since1900 = Calendar.months(day) - 1900 * 12;
        long start = Math.floorDiv(since1900, months) * months + 1900 * 12;
        return Civil.day((int) Math.floorDiv(start, 12L), (int) Math.floorMod(start, 12L) + 1, 1);
    }

    /** Hours are counted from local midnight when there are several, minutes and seconds from the epoch. */
    private long[] seconds(Column column, int rows) {
        long[] seconds = wholeSeconds(column, rows);
        long[] result = new long[rows];
        if (unit != IntervalUnit.HOUR) {
            ConstantDivisor length = new ConstantDivisor(count * (unit == IntervalUnit.MINUTE ? 60 : 1));
            for (int i = 0; i < rows; i++) {
                result[i] = length.floor(seconds[i]) * length.divisor();
            }
            return result;
        }
        hours(seconds, rows, result);
        return result;
    }

    /** Unix seconds; those of a DateTime64 before 1970 cut towards zero, as in ClickHouse. */
    private long[] wholeSeconds(Column column, int rows) {
        if (!(moments.type() instanceof DateTime64Type d)) {
            return moments.seconds(column, rows);
        }
        long[] ticks = Widening.longs(column, true, rows);
        ConstantDivisor perSecond = new ConstantDivisor(DateTimeText.ticksPerSecond(d.precision()));
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = perSecond.quotient(ticks[i]);
        }
        return result;
    }

    private void hours(long[] seconds, int rows, long[] result) {
        TimeZone zone = moments.zone();
        ConstantDivisor length = new ConstantDivisor(count * 3600);
        ConstantDivisor day = new ConstantDivisor(DAY);
        long least = moments.type() instanceof DateTimeType ? 0 : Long.MIN_VALUE;
        for (int i = 0; i < rows; i++) {
            long local = seconds[i] + zone.offsetAt(seconds[i]);
            long start;
            if (count == 1) {
                start = seconds[i] - (local - length.floor(local) * length.divisor());
            } else {
                long midnight = day.floor(local) * DAY;
                start = zone.toUnix(midnight + length.floor(local - midnight) * length.divisor());
            }
            result[i] = Math.max(least, start);
        }
    }

    /** Parts of seconds, or more of them in a DateTime64. */
    private long[] ticks(Column column, int rows) {
        DateTime64Type target = (DateTime64Type) type;
        long perSecond = DateTimeText.ticksPerSecond(target.precision());
        long[] result = new long[rows];
        if (unit.compareTo(IntervalUnit.SECOND) > 0) {
            long[] seconds = seconds(column, rows);
            for (int i = 0; i < rows; i++) {
                result[i] = seconds[i] * perSecond;
            }
            return result;
        }
        long[] source = Widening.longs(column, Numbers.isSigned(moments.type()), rows);
        long sourcePerSecond = DateTimeText.ticksPerSecond(moments.precision());
        long up = Math.max(1, perSecond / sourcePerSecond);
        ConstantDivisor down = new ConstantDivisor(Math.max(1, sourcePerSecond / perSecond));
        ConstantDivisor length =
                new ConstantDivisor(count * (perSecond / DateTimeText.ticksPerSecond(precision(unit))));
        for (int i = 0; i < rows; i++) {
            result[i] = length.floor(down.floor(source[i] * up)) * length.divisor();
        }
        return result;
    }
}
