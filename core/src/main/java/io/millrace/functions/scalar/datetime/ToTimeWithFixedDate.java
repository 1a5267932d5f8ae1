package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The time of the day on 1970-01-02. */
@Builtin("toTimeWithFixedDate")
final class ToTimeWithFixedDate implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time", "toTimeWithFixedDate(time[, zone])", "The time of the day on 1970-01-02.")
                .example("SELECT toTimeWithFixedDate(toDateTime('2024-02-03 04:05:06', 'UTC'))", "1970-01-02 04:05:06");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toTimeWithFixedDate", arguments, 1, 2);
        Moments moments = Moments.of("toTimeWithFixedDate", arguments, 0, 1, context);
        TimePart.requireTime("toTimeWithFixedDate", moments);
        DataType type = new DateTimeType(
                Moments.zoneArgument("toTimeWithFixedDate", arguments, 1).or(() -> Moments.zoneName(moments.type())));
        return new Bound(type, moments);
    }

    private record Bound(DataType type, Moments moments) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] local = moments.localSeconds(arguments[0], rows);
            long[] result = new long[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = moments.zone().toUnix(86_400 + Math.floorMod(local[i], 86_400L));
            }
            return Narrowing.ofLongs(result, rows, type);
        }
    }
}
