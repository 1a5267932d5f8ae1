package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** When the query started. */
@Builtin({"now", "localtimestamp", "current_timestamp", "NOW", "LOCALTIMESTAMP", "CURRENT_TIMESTAMP"})
final class Now implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "now([zone])", "When the query started.")
                .example("SELECT now() <= now() + 1", "1");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("now", arguments, 0, 1);
        return new Moment(
                new DateTimeType(Moments.zoneArgument("now", arguments, 0)),
                context.now().getEpochSecond());
    }
}
