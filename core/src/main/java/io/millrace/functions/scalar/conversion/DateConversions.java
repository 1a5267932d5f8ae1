package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.text.DateText;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.Date32Type;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.DataType.DateType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.Types;
import io.millrace.functions.scalar.conversion.Conversions.Simple;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;

/** Dates, times and numbers to dates and times. Between dates and times values wrap around, numbers saturate, as in ClickHouse. */
final class DateConversions {
    private static final int DAY = 86_400;
    private static final long MAX_SECONDS = 0xFFFF_FFFFL;

    private DateConversions() {}

    static Conversion of(DataType from, DataType to, TimeZone session) {
        TimeZone zone = zone(from, zone(to, session));
        if (to instanceof DateTime64Type precise) {
            return toDateTime64(from, precise, zone(to, session));
        }
        Rows rows = switch (from) {
            case DateType d -> fromDays(to, zone(to, session));
            case Date32Type d -> fromDays(to, zone(to, session));
            case DateTimeType d -> fromSeconds(to, zone, 1);
            case DateTime64Type d -> fromSeconds(to, zone, DateTimeText.ticksPerSecond(d.precision()));
            default -> {
                if (from instanceof DecimalType || !Conversions.isNumeric(from)) {
                    throw new DbException(
                            ErrorCode.ILLEGAL_COLUMN,
                            "Illegal column " + from.name() + " of first argument of function to"
                                    + (to instanceof DateTimeType ? "DateTime" : to.name()));
                }
                yield fromNumber(to, session);
            }
        };
        Simple simple = (values, count) -> {
            long[] result = new long[count];
            if (from instanceof FloatType) {
                double[] source = Widening.doubles(values, from, count);
                for (int i = 0; i < count; i++) {
                    result[i] = rows.of((long) source[i]);
                }
            } else if (Numbers.fitsLong(from)) {
                long[] source = Widening.longs(values, Numbers.isSigned(from), count);
                boolean unsigned64 = from.equals(Types.UINT64);
                for (int i = 0; i < count; i++) {
                    result[i] = rows.of(unsigned64 && source[i] < 0 ? Long.MAX_VALUE : source[i]);
                }
            } else {
                for (int i = 0; i < count; i++) {
                    result[i] = rows.of(Numbers.bigAt(values, i, from).longValue());
                }
            }
            return Narrowing.ofLongs(result, count, to);
        };
        return simple;
    }

    /** One value to the integer stored for it. */
    private interface Rows {
        long of(long value);
    }

    private static TimeZone zone(DataType type, TimeZone otherwise) {
        return switch (type) {
            case DateTimeType d -> d.zone().map(TimeZone::of).orElse(otherwise);
            case DateTime64Type d -> d.zone().map(TimeZone::of).orElse(otherwise);
            default -> otherwise;
        };
    }

    private static Rows fromDays(DataType to, TimeZone zone) {
        return to instanceof DateTimeType ? day -> zone.toUnix(day * DAY) : day -> day;
    }

    private static Rows fromSeconds(DataType to, TimeZone zone, long perSecond) {
        if (to instanceof DateTimeType) {
            return ticks -> Math.floorDiv(ticks, perSecond);
        }
        long least = perSecond == 1 && to instanceof DateType ? 0 : Long.MIN_VALUE;
        return ticks -> {
            long seconds = Math.floorDiv(ticks, perSecond);
            return Math.max(least, Math.floorDiv(seconds + zone.offsetAt(seconds), (long) DAY));
        };
    }

    private static Rows fromNumber(DataType to, TimeZone zone) {
        return switch (to) {
            case DateTimeType t -> seconds -> Math.clamp(seconds, 0, MAX_SECONDS);
            case Date32Type t ->
                number -> {
                    if (number > DateText.DATE32_MAX) {
                        long seconds = Math.min(number, MAX_SECONDS * 10);
                        return Math.min(
                                Math.floorDiv(seconds + zone.offsetAt(seconds), (long) DAY), DateText.DATE32_MAX);
                    }
                    return Math.max(number, DateText.DATE32_MIN);
                };
            default ->
                number -> {
                    if (number <= 65_535) {
                        return Math.max(0, number);
                    }
                    long seconds = Math.min(number, MAX_SECONDS);
                    return Math.min(65_535, Math.floorDiv(seconds + zone.offsetAt(seconds), (long) DAY));
                };
        };
    }

    private static Conversion toDateTime64(DataType from, DateTime64Type to, TimeZone zone) {
        long perSecond = DateTimeText.ticksPerSecond(to.precision());
        return switch (from) {
            case DateTime64Type d ->
                DecimalConversions.of(new DecimalType(18, d.precision()), new DecimalType(18, to.precision()));
            case DateType d -> exact(from, day -> Math.multiplyExact(zone.toUnix(day * DAY), perSecond));
            case Date32Type d -> exact(from, day -> Math.multiplyExact(zone.toUnix(day * DAY), perSecond));
            case DateTimeType d -> exact(from, seconds -> Math.multiplyExact(seconds, perSecond));
            case FloatType f -> (values, rows, failures) -> fromFloat(values, from, perSecond, rows, failures);
            default -> {
                if (!Conversions.isNumeric(from)) {
                    throw Conversions.unsupportedError(from, to);
                }
                yield DecimalConversions.of(from, new DecimalType(18, to.precision()));
            }
        };
    }

    private static Column fromFloat(Column values, DataType from, long perSecond, int rows, Failures failures) {
        double[] source = Widening.doubles(values, from, rows);
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            double ticks = source[i] * perSecond;
            if (Math.abs(ticks) < 0x1p63) {
                result[i] = (long) ticks;
            } else {
                failures.fail(i, rows, overflow());
            }
        }
        return new io.millrace.data.column.LongColumn(result, rows);
    }

    private static Conversion exact(DataType from, Rows loop) {
        return (values, rows, failures) -> {
            long[] source = Widening.longs(values, Numbers.isSigned(from), rows);
            long[] result = new long[rows];
            for (int i = 0; i < rows; i++) {
                try {
                    result[i] = loop.of(source[i]);
                } catch (ArithmeticException e) {
                    failures.fail(i, rows, overflow());
                }
            }
            return new io.millrace.data.column.LongColumn(result, rows);
        };
    }

    private static DbException overflow() {
        return new DbException(ErrorCode.DECIMAL_OVERFLOW, "Decimal convert overflow");
    }
}
