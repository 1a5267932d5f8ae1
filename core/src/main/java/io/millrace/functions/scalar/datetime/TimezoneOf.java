package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.StringColumn;
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

/** The time zone in which a time is shown. */
@Builtin({"timezoneOf", "timeZoneOf"})
final class TimezoneOf implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "timezoneOf(time)", "The time zone in which a time is shown.")
                .example("SELECT timezoneOf(toDateTime('2024-02-03 04:05:06', 'UTC'))", "UTC");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("timezoneOf", arguments, 1);
        Moments moments = Moments.of("timezoneOf", arguments, 0, -1, context);
        TimePart.requireTime("timezoneOf", moments);
        return new Bound(moments.zone().name());
    }

    private record Bound(String zone) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.STRING;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return new ConstColumn(StringColumn.of(zone), rows);
        }
    }
}
