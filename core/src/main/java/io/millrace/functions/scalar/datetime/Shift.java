package io.millrace.functions.scalar.datetime;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.Date32Type;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.DataType.DateType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.conversion.CastMode;
import io.millrace.functions.scalar.conversion.Casts;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;
import java.util.Optional;

/**
 * Moves dates and times by a number of calendar units: addDays, subtractMonths, {@code date + INTERVAL}. The first argument is the date, the second the
 * count (an integer, a float that is cut, or an interval). Days and longer units keep the local time of day.
 */
public final class Shift implements BoundScalar {
    private final DataType type;
    private final DataType from;
    private final DataType countType;
    private final IntervalUnit unit;
    private final boolean backwards;
    private final TimeZone zone;
    private final Optional<BoundScalar> parse;

    private Shift(
            DataType type,
            DataType from,
            DataType countType,
            IntervalUnit unit,
            boolean backwards,
            TimeZone zone,
            Optional<BoundScalar> parse) {
        this.type = type;
        this.from = from;
        this.countType = countType;
        this.unit = unit;
        this.backwards = backwards;
        this.zone = zone;
        this.parse = parse;
    }

    /** @param function for error texts: addDays */
    public static BoundScalar bind(
            String function, DataType date, DataType count, IntervalUnit unit, boolean backwards, BindContext context) {
        boolean number = count instanceof DataType.IntegerType i && i.bits() <= 64
                || count instanceof FloatType
                || count instanceof DataType.BoolType
                || count instanceof DataType.IntervalType;
        if (!number) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Second argument for function " + function + " must be a number");
        }
        if (Types.isStringLike(date)) {
            DataType parsed = new DateTime64Type(3, Optional.empty());
            BoundScalar parse = Casts.bind(date, parsed, CastMode.CAST, context);
            return new Shift(
                    result(function, parsed, unit),
                    parsed,
                    count,
                    unit,
                    backwards,
                    Moments.zone(parsed, context),
                    Optional.of(parse));
        }
        if (!Types.isDateOrTime(date)) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Illegal type " + date.name() + " of first argument of function " + function
                            + ". Must be a date, a date with time or a String");
        }
        return new Shift(
                result(function, date, unit),
                date,
                count,
                unit,
                backwards,
                Moments.zone(date, context),
                Optional.empty());
    }

    private static DataType result(String function, DataType date, IntervalUnit unit) {
        boolean time = unit.compareTo(IntervalUnit.DAY) < 0;
        boolean fraction = unit.compareTo(IntervalUnit.SECOND) < 0;
        int precision = switch (unit) {
            case NANOSECOND -> 9;
            case MICROSECOND -> 6;
            case MILLISECOND -> 3;
            default -> 0;
        };
        return switch (date) {
            case DateTime64Type d -> new DateTime64Type(Math.max(d.precision(), precision), d.zone());
            case DateTimeType d -> fraction ? new DateTime64Type(precision, d.zone()) : d;
            default -> {
                if (fraction) {
                    throw new DbException(
                            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, function + " cannot be used with " + date.name());
                }
                DataType withTime = date instanceof DateType ? Types.DATETIME : new DateTime64Type(3, Optional.empty());
                yield time ? withTime : date;
            }
        };
    }

    @Override
    public DataType type() {
        return type;
    }

    @Override
    public boolean mayFail() {
        return parse.isPresent();
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        Column dates = arguments[0];
        if (parse.isPresent()) {
            dates = parse.get().evaluate(new Column[] {dates}, rows, context);
        }
        long[] counts = counts(arguments[1], rows);
        long[] values = Widening.longs(dates, Numbers.isSigned(from), rows);
        boolean dayBased = type instanceof DateType || type instanceof Date32Type;
        long[] result = dayBased ? days(values, counts, rows) : moments(values, counts, rows);
        return Narrowing.ofLongs(result, rows, type);
    }

    private long[] counts(Column column, int rows) {
        long[] result = new long[rows];
        if (countType instanceof FloatType) {
            double[] values = Widening.doubles(column, countType, rows);
            for (int i = 0; i < rows; i++) {
                result[i] = backwards ? -(long) values[i] : (long) values[i];
            }
            return result;
        }
        long[] values = Widening.longs(column, Numbers.isSigned(countType), rows);
        for (int i = 0; i < rows; i++) {
            result[i] = backwards ? -values[i] : values[i];
        }
        return result;
    }

    /** Date and Date32 by days or more. Months and years that would lie before 1970 give the first Date; everything else wraps around. */
    private long[] days(long[] values, long[] counts, int rows) {
        long[] result = new long[rows];
        int months = monthsOf(unit);
        if (months == 0) {
            int perUnit = unit == IntervalUnit.WEEK ? 7 : 1;
            for (int i = 0; i < rows; i++) {
                result[i] = values[i] + counts[i] * perUnit;
            }
            return result;
        }
        boolean floor = type instanceof DateType;
        for (int i = 0; i < rows; i++) {
            long day = Calendar.plusMonths(values[i], counts[i] * months);
            result[i] = floor && day < 0 ? 0 : day;
        }
        return result;
    }

    private static int monthsOf(IntervalUnit unit) {
        return switch (unit) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
            default -> 0;
        };
    }

    private long[] moments(long[] values, long[] counts, int rows) {
        long perSecond = type instanceof DateTime64Type d ? DateTimeText.ticksPerSecond(d.precision()) : 1;
        long[] ticks = ticks(values, perSecond, rows);
        long[] result = new long[rows];
        if (unit.compareTo(IntervalUnit.DAY) < 0) {
            long perUnit = ticksPerUnit(perSecond);
            for (int i = 0; i < rows; i++) {
                result[i] = ticks[i] + counts[i] * perUnit;
            }
            return result;
        }
        int months = monthsOf(unit);
        int perUnit = unit == IntervalUnit.WEEK ? 7 : 1;
        boolean floor = type instanceof DateTimeType && months > 0;
        for (int i = 0; i < rows; i++) {
            long seconds = Math.floorDiv(ticks[i], perSecond);
            long local = seconds + zone.offsetAt(seconds);
            long day = Math.floorDiv(local, 86_400L);
            long moved = months > 0 ? Calendar.plusMonths(day, counts[i] * months) : day + counts[i] * perUnit;
            long shifted = zone.toUnix(local + (moved - day) * 86_400);
            result[i] = floor && shifted < 0 ? 0 : shifted * perSecond + (ticks[i] - seconds * perSecond);
        }
        return result;
    }

    /** The arguments in the result's ticks. */
    private long[] ticks(long[] values, long perSecond, int rows) {
        long[] result = new long[rows];
        switch (from) {
            case DateTime64Type d -> {
                long factor = perSecond / DateTimeText.ticksPerSecond(d.precision());
                for (int i = 0; i < rows; i++) {
                    result[i] = values[i] * factor;
                }
            }
            case DateTimeType d -> {
                for (int i = 0; i < rows; i++) {
                    result[i] = values[i] * perSecond;
                }
            }
            default -> {
                for (int i = 0; i < rows; i++) {
                    result[i] = zone.toUnix(values[i] * 86_400) * perSecond;
                }
            }
        }
        return result;
    }

    private long ticksPerUnit(long perSecond) {
        return switch (unit) {
            case NANOSECOND -> Math.max(1, perSecond / 1_000_000_000);
            case MICROSECOND -> perSecond / 1_000_000;
            case MILLISECOND -> perSecond / 1_000;
            case MINUTE -> perSecond * 60;
            case HOUR -> perSecond * 3600;
            default -> perSecond;
        };
    }
}
