package io.millrace.functions.scalar.datetime;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/**
 * Base of functions of the day alone: year, week, first day of the month. A block's days mostly lie close together, so each day between its first and its
 * last is computed once and rows only look up.
 */
abstract class DatePart implements ScalarFunction {
    private final String name;
    private final DataType type;

    DatePart(String name, DataType type) {
        this.name = name;
        this.type = type;
    }

    /** The result for a day number of the local calendar. */
    abstract long of(long day);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, 2);
        DayFunction function = type.equals(Types.DATE) ? day -> Math.max(0, of(day)) : this::of;
        return new Bound(type, Moments.of(name, arguments, 0, 1, context), function);
    }

    /** A function of day numbers. */
    interface DayFunction {
        long of(long day);
    }

    /** Applies a function of days to a column of dates or times. */
    record Bound(DataType type, Moments moments, DayFunction function) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            int[] days = moments.localDays(arguments[0], rows);
            int min = Integer.MAX_VALUE;
            int max = Integer.MIN_VALUE;
            for (int i = 0; i < rows; i++) {
                min = Math.min(min, days[i]);
                max = Math.max(max, days[i]);
            }
            long range = (long) max - min;
            long[] result = new long[rows];
            if (range >= 0 && range < rows) {
                byTable(days, min, (int) range, rows, result);
            } else {
                for (int i = 0; i < rows; i++) {
                    result[i] = function.of(days[i]);
                }
            }
            return Narrowing.ofLongs(result, rows, type);
        }

        private void byTable(int[] days, int min, int range, int rows, long[] result) {
            long[] table = new long[range + 1];
            for (int i = 0; i <= range; i++) {
                table[i] = function.of((long) min + i);
            }
            for (int i = 0; i < rows; i++) {
                result[i] = table[days[i] - min];
            }
        }
    }
}
