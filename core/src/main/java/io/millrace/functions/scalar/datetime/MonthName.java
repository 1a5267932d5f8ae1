package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The English name of the month. */
@Builtin({"monthName", "MONTHNAME"})
final class MonthName implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "monthName(date)", "The English name of the month.")
                .example("SELECT monthName(toDate('2024-02-03'))", "February");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("monthName", arguments, 1);
        return new FormattedTime(Moments.of("monthName", arguments, 0, -1, context), new DateTimeFormat("%M"));
    }
}
