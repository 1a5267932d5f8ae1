package io.millrace.functions.scalar.datetime;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.Date32Type;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.DataType.DateType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.functions.scalar.kernel.Widening;
import java.util.List;
import java.util.Optional;

/**
 * Columns of dates and times as local days or local seconds of one zone, and back. Immutable.
 *
 * @param type Date, Date32, DateTime or DateTime64
 */
record Moments(DataType type, TimeZone zone) {
    private static final int DAY = 86_400;

    /** The zone of a type: its own or the session's. */
    static TimeZone zone(DataType type, BindContext context) {
        return zoneName(type)
                .map(TimeZone::of)
                .orElseGet(() -> TimeZone.of(context.zone().getId()));
    }

    static Optional<String> zoneName(DataType type) {
        return switch (type) {
            case DateTimeType d -> d.zone();
            case DateTime64Type d -> d.zone();
            default -> Optional.empty();
        };
    }

    /** For a function of a date and, at {@code zoneIndex}, maybe a constant zone name. */
    static Moments of(String function, List<Argument> arguments, int dateIndex, int zoneIndex, BindContext context) {
        DataType type = arguments.get(dateIndex).type();
        if (!Types.isDateOrTime(type)) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Illegal type " + type.name() + " of argument of function " + function
                            + ". Should be Date, Date32, DateTime or DateTime64");
        }
        return new Moments(
                type,
                zoneArgument(function, arguments, zoneIndex).map(TimeZone::of).orElseGet(() -> zone(type, context)));
    }

    /** The name of the zone given as an argument, if it is there. */
    static Optional<String> zoneArgument(String function, List<Argument> arguments, int index) {
        if (index < 0 || arguments.size() <= index) {
            return Optional.empty();
        }
        String name = arguments.get(index).requireConstantText(function, "timezone");
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    boolean hasTime() {
        return type instanceof DateTimeType || type instanceof DateTime64Type;
    }

    int precision() {
        return type instanceof DateTime64Type d ? d.precision() : 0;
    }

    /** Unix seconds, rounded down. */
    long[] seconds(Column column, int rows) {
        return switch (type) {
            case DateTimeType d -> Widening.longs(column, false, rows);
            case DateTime64Type d -> {
                long[] ticks = Widening.longs(column, true, rows);
                long perSecond = DateTimeText.ticksPerSecond(d.precision());
                long[] result = new long[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = Math.floorDiv(ticks[i], perSecond);
                }
                yield result;
            }
            default -> {
                long[] days = Widening.longs(column, type instanceof Date32Type, rows);
                long[] result = new long[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = zone.toUnix(days[i] * DAY);
                }
                yield result;
            }
        };
    }

    /** Seconds since 1970-01-01 00:00:00 of the zone's clock. */
    long[] localSeconds(Column column, int rows) {
        long[] result = new long[rows];
        if (!hasTime()) {
            long[] days = Widening.longs(column, type instanceof Date32Type, rows);
            for (int i = 0; i < rows; i++) {
                result[i] = days[i] * DAY;
            }
            return result;
        }
        long[] seconds = seconds(column, rows);
        if (zone == TimeZone.utc()) {
            return seconds;
        }
        for (int i = 0; i < rows; i++) {
            result[i] = seconds[i] + zone.offsetAt(seconds[i]);
        }
        return result;
    }

    /** Seconds in which hours are counted: those of UTC while the zone is ahead by whole hours, else local ones. */
    long[] hourSeconds(Column column, int rows) {
        long[] result = localSeconds(column, rows);
        if (!hasTime()) {
            return result;
        }
        long[] seconds = seconds(column, rows);
        for (int i = 0; i < rows; i++) {
            result[i] = (result[i] - seconds[i]) % 3600 == 0 ? seconds[i] : result[i];
        }
        return result;
    }

    /** Day numbers of the zone's calendar. */
    int[] localDays(Column column, int rows) {
        if (type instanceof DateType) {
            return Widening.ints(column, false, rows);
        }
        if (type instanceof Date32Type) {
            return column instanceof IntColumn c ? c.values() : Widening.ints(column, true, rows);
        }
        long[] local = localSeconds(column, rows);
        int[] result = new int[rows];
        for (int i = 0; i < rows; i++) {
            long value = local[i];
            result[i] = (int) (value / DAY + (value % DAY >> 63));
        }
        return result;
    }
}
