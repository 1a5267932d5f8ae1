package io.millrace.functions.scalar.datetime;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.text.Civil;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.type.DataType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.util.List;

/** Base of dateDiff, which counts the boundaries of units between two moments, and age, which counts whole units. */
abstract class Difference implements ScalarFunction {
    private final String name;
    private final boolean wholeUnits;

    Difference(String name, boolean wholeUnits) {
        this.name = name;
        this.wholeUnits = wholeUnits;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 3, 4);
        String unit = arguments.getFirst().requireConstantText(name, "unit");
        IntervalUnit parsed = Units.parse(unit)
                .orElseThrow(() -> new DbException(
                        ErrorCode.BAD_ARGUMENTS, "Function " + name + " does not support '" + unit + "' unit"));
        return new Bound(
                moments(arguments, 1, "2nd argument 'startdate'", context),
                moments(arguments, 2, "3rd argument 'enddate'", context),
                parsed,
                wholeUnits);
    }

    private Moments moments(List<Argument> arguments, int index, String what, BindContext context) {
        DataType type = arguments.get(index).type();
        if (!Types.isDateOrTime(type)) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "A value of illegal type was provided as " + what + " to function '" + name
                            + "'. Expected: Date[32] or DateTime[64], got: " + type.name());
        }
        return Moments.of(name, arguments, index, 3, context);
    }

    private record Bound(Moments from, Moments to, IntervalUnit unit, boolean wholeUnits) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.INT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] a = positions(from, arguments[1], rows);
            long[] b = positions(to, arguments[2], rows);
            long[] result = new long[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = wholeUnits ? whole(a[i], b[i]) : boundary(b[i]) - boundary(a[i]);
            }
            return new LongColumn(result, rows);
        }

        /** Ticks below the second, unix seconds up to the hour, else local seconds. */
        private long[] positions(Moments moments, Column column, int rows) {
            if (unit.compareTo(IntervalUnit.SECOND) < 0) {
                return ticks(moments, column, rows);
            }
            if (unit == IntervalUnit.HOUR && !wholeUnits) {
                return moments.hourSeconds(column, rows);
            }
            boolean local = unit.compareTo(IntervalUnit.HOUR) > 0;
            return local ? moments.localSeconds(column, rows) : moments.seconds(column, rows);
        }

        private long[] ticks(Moments moments, Column column, int rows) {
            int precision = Truncation.precision(unit);
            long[] result = new long[rows];
            if (moments.precision() == 0) {
                long[] seconds = moments.seconds(column, rows);
                for (int i = 0; i < rows; i++) {
                    result[i] = seconds[i] * DateTimeText.ticksPerSecond(precision);
                }
                return result;
            }
            long[] source = Widening.longs(column, Numbers.isSigned(moments.type()), rows);
            int up = precision - moments.precision();
            long factor = DateTimeText.ticksPerSecond(Math.abs(up));
            for (int i = 0; i < rows; i++) {
                result[i] = up >= 0 ? source[i] * factor : Math.floorDiv(source[i], factor);
            }
            return result;
        }

        private long boundary(long position) {
            long day = Math.floorDiv(position, 86_400L);
            return switch (unit) {
                case NANOSECOND, MICROSECOND, MILLISECOND, SECOND -> position;
                case MINUTE -> Math.floorDiv(position, 60L);
                case HOUR -> Math.floorDiv(position, 3600L);
                case DAY -> day;
                case WEEK -> Math.floorDiv(day + 3, 7L);
                case MONTH -> Calendar.months(day);
                case QUARTER -> Math.floorDiv(Calendar.months(day), 3L);
                case YEAR -> Civil.year(Civil.date(day));
            };
        }

        private long whole(long a, long b) {
            return switch (unit) {
                case NANOSECOND, MICROSECOND, MILLISECOND, SECOND -> b - a;
                case MINUTE -> (b - a) / 60;
                case HOUR -> (b - a) / 3600;
                case DAY -> (b - a) / 86_400;
                case WEEK -> (b - a) / (7 * 86_400);
                case MONTH -> months(a, b);
                case QUARTER -> months(a, b) / 3;
                case YEAR -> months(a, b) / 12;
            };
        }

        /** Whole months: the last one counts only when its day and time are reached. */
        private static long months(long a, long b) {
            if (b < a) {
                return -months(b, a);
            }
            long dayA = Math.floorDiv(a, 86_400L);
            long dayB = Math.floorDiv(b, 86_400L);
            long months = Calendar.months(dayB) - Calendar.months(dayA);
            long inMonthA = Civil.dayOfMonth(Civil.date(dayA)) * 86_400L + a - dayA * 86_400;
            long inMonthB = Civil.dayOfMonth(Civil.date(dayB)) * 86_400L + b - dayB * 86_400;
            return months - (inMonthB < inMonthA ? 1 : 0);
        }
    }
}
