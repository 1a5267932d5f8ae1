package io.millrace.functions.scalar.datetime;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.conversion.CastMode;
import io.millrace.functions.scalar.conversion.Casts;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;
import java.util.Locale;

/** A part of a date as a text; months and weekdays by their English names. */
@Builtin({"dateName", "DATENAME"})
final class DateName implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "dateName('part', date[, zone])",
                        "A part of a date as a text; months and weekdays by their English names.")
                .example(
                        "SELECT dateName('month', toDate('2024-02-03')), dateName('weekday', toDate('2024-02-03')), dateName('year', toDate('2024-02-03'))",
                        "February\tSaturday\t2024");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("dateName", arguments, 2, 3);
        String part =
                arguments.getFirst().requireConstantText("dateName", "datepart").toLowerCase(Locale.ROOT);
        Moments moments = Moments.of("dateName", arguments, 1, 2, context);
        if (part.equals("month") || part.equals("weekday")) {
            return new SecondArgument(
                    new FormattedTime(moments, new DateTimeFormat(part.equals("month") ? "%M" : "%W")));
        }
        String function = switch (part) {
            case "year" -> "toYear";
            case "quarter" -> "toQuarter";
            case "dayofyear" -> "toDayOfYear";
            case "day" -> "toDayOfMonth";
            case "week" -> "toISOWeek";
            case "hour" -> "toHour";
            case "minute" -> "toMinute";
            case "second" -> "toSecond";
            default ->
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS, "Function dateName does not support '" + part + "' datepart");
        };
        BoundScalar number = context.functions().bindScalar(function, arguments.subList(1, arguments.size()), context);
        return new Text(number, Casts.bind(number.type(), Types.STRING, CastMode.CAST, context));
    }

    /** A number of the date as text. */
    private record Text(BoundScalar number, BoundScalar cast) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.STRING;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column[] rest = java.util.Arrays.copyOfRange(arguments, 1, arguments.length);
            return cast.evaluate(new Column[] {number.evaluate(rest, rows, context)}, rows, context);
        }
    }
}
