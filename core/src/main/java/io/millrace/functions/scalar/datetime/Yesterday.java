package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The date before the current one. */
@Builtin("yesterday")
final class Yesterday implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "yesterday()", "The date before the current one.")
                .example("SELECT today() - yesterday()", "1");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("yesterday", arguments, 0);
        return new Moment(
                Types.DATE, context.now().atZone(context.zone()).toLocalDate().toEpochDay() - 1);
    }
}
