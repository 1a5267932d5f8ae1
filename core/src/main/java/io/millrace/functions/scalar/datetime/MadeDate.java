package io.millrace.functions.scalar.datetime;

import io.millrace.data.column.Column;
import io.millrace.data.text.Civil;
import io.millrace.data.text.DateText;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.util.List;

/**
 * A date or time from its numbers: year, month, day and for times hour, minute, second, fraction. What is no date gives 1970-01-01.
 *
 * @param numbers how many of the arguments are such numbers; two mean year and day of the year
 */
record MadeDate(DataType type, TimeZone zone, List<DataType> types, int numbers) implements BoundScalar {
    /** Refuses arguments that are no numbers. */
    static void check(String function, List<Argument> arguments, int numbers) {
        for (Argument argument : arguments.subList(0, numbers)) {
            if (!Types.isNumber(argument.type())) {
                throw Signature.illegalType(function, argument.type());
            }
        }
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        double[][] values = new double[numbers][];
        for (int i = 0; i < numbers; i++) {
            values[i] = Widening.doubles(arguments[i], types.get(i), rows);
        }
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = switch (type) {
                case DataType.DateType d -> date(values, i, 1970, 65_535, 0);
                case DataType.Date32Type d -> date(values, i, 1900, DateText.DATE32_MAX, 0);
                default -> moment(values, i);
            };
        }
        return Narrowing.ofLongs(result, rows, type);
    }

    private long date(double[][] values, int row, int firstYear, long lastDay, long otherwise) {
        double year = values[0][row];
        if (!(year >= firstYear && year <= 2299)) {
            return otherwise;
        }
        long day;
        if (numbers == 2) {
            if (!(values[1][row] >= 1 && values[1][row] <= 365.99 + 1)) {
                return otherwise;
            }
            day = Civil.day((int) year, 1, 1) + (long) values[1][row] - 1;
        } else {
            double month = values[1][row];
            double dayOfMonth = values[2][row];
            if (!(month >= 1 && month < 13 && dayOfMonth >= 1 && dayOfMonth < 32)) {
                return otherwise;
            }
            day = Civil.day((int) year, (int) month, (int) dayOfMonth);
        }
        return day > lastDay ? otherwise : day;
    }

    private long moment(double[][] values, int row) {
        boolean precise = type instanceof DateTime64Type;
        double year = values[0][row];
        double month = values[1][row];
        double dayOfMonth = values[2][row];
        boolean valid = year >= (precise ? 1900 : 1970)
                && year <= 2299
                && month >= 1
                && month < 13
                && dayOfMonth >= 1
                && dayOfMonth < 32
                && inRange(values[3][row])
                && inRange(values[4][row])
                && inRange(values[5][row]);
        if (!valid) {
            return 0;
        }
        long day = Civil.day((int) year, (int) month, (int) dayOfMonth);
        long hour = (long) values[3][row];
        long minute = (long) values[4][row];
        long second = (long) values[5][row];
        long seconds = zone.toUnix(day * 86_400 + hour * 3600 + minute * 60 + second);
        if (type instanceof DateTimeType) {
            return Math.clamp(seconds, 0, 0xFFFF_FFFFL);
        }
        long perSecond = DateTimeText.ticksPerSecond(((DateTime64Type) type).precision());
        long fraction = numbers > 6 ? Math.clamp((long) values[6][row], 0, perSecond - 1) : 0;
        return seconds * perSecond + fraction;
    }

    private static boolean inRange(double value) {
        return value >= 0 && value < 100;
    }
}
