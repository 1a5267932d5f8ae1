package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The number of the hour since 1970. */
@Builtin("toRelativeHourNum")
final class ToRelativeHourNum implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toRelativeHourNum(time[, zone])", "The number of the hour since 1970.")
                .example("SELECT toRelativeHourNum(toDateTime('2024-02-03 04:05:06', 'UTC'))", "474148");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toRelativeHourNum", arguments, 1, 2);
        return new RelativeNumber(Moments.of("toRelativeHourNum", arguments, 0, 1, context), 3600, true);
    }
}
