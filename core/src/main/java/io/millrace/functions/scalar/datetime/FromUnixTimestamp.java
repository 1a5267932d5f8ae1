package io.millrace.functions.scalar.datetime;

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
import java.util.ArrayList;
import java.util.List;

/** The time that is some seconds after 1970-01-01 00:00:00 UTC, or its text in a format. */
@Builtin({"fromUnixTimestamp", "FROM_UNIXTIME"})
final class FromUnixTimestamp implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "fromUnixTimestamp(seconds[, 'format'[, zone]])",
                        "The time that is some seconds after 1970-01-01 00:00:00 UTC, or its text in a format.")
                .example("SELECT fromUnixTimestamp(1706933106, '%Y-%m-%d')", "2024-02-03");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("fromUnixTimestamp", arguments, 1, 3);
        DataType from = arguments.getFirst().type();
        if (!(from instanceof DataType.IntegerType) && !Types.isDateOrTime(from)) {
            throw Signature.illegalType("fromUnixTimestamp", from);
        }
        BoundScalar cast = Casts.bind(from, Types.DATETIME, CastMode.CAST, context);
        if (arguments.size() == 1) {
            return cast;
        }
        List<Argument> formatted = new ArrayList<>(arguments);
        formatted.set(0, Argument.value("", Types.DATETIME));
        return new Formatted(cast, context.functions().bindScalar("formatDateTime", formatted, context));
    }

    private record Formatted(BoundScalar cast, BoundScalar format) implements BoundScalar {
        @Override
        public DataType type() {
            return format.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column[] changed = arguments.clone();
            changed[0] = cast.evaluate(new Column[] {arguments[0]}, rows, context);
            return format.evaluate(changed, rows, context);
        }
    }
}
