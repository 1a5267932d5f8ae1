package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The number of the second since 1970. */
@Builtin("toRelativeSecondNum")
final class ToRelativeSecondNum implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time", "toRelativeSecondNum(time[, zone])", "The number of the second since 1970.")
                .example("SELECT toRelativeSecondNum(toDateTime('2024-02-03 04:05:06', 'UTC'))", "1706933106");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toRelativeSecondNum", arguments, 1, 2);
        return new RelativeNumber(Moments.of("toRelativeSecondNum", arguments, 0, 1, context), 1, false);
    }
}
