package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The number of the minute since 1970. */
@Builtin("toRelativeMinuteNum")
final class ToRelativeMinuteNum implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time", "toRelativeMinuteNum(time[, zone])", "The number of the minute since 1970.")
                .example("SELECT toRelativeMinuteNum(toDateTime('2024-02-03 04:05:06', 'UTC'))", "28448885");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toRelativeMinuteNum", arguments, 1, 2);
        return new RelativeNumber(Moments.of("toRelativeMinuteNum", arguments, 0, 1, context), 60, false);
    }
}
