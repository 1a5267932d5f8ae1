package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** By how many seconds the zone of a time is ahead of UTC at that time. */
@Builtin({"timezoneOffset", "timeZoneOffset"})
final class TimezoneOffset implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "timezoneOffset(time)",
                        "By how many seconds the zone of a time is ahead of UTC at that time.")
                .example("SELECT timezoneOffset(toDateTime('2024-02-03 04:05:06', 'Asia/Kolkata'))", "19800");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("timezoneOffset", arguments, 1);
        Moments moments = Moments.of("timezoneOffset", arguments, 0, -1, context);
        TimePart.requireTime("timezoneOffset", moments);
        return new Bound(moments);
    }

    private record Bound(Moments moments) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.INT32;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] seconds = moments.seconds(arguments[0], rows);
            int[] result = new int[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = moments.zone().offsetAt(seconds[i]);
            }
            return new IntColumn(result, rows);
        }
    }
}
