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

/** The current date. */
@Builtin({"today", "curdate", "current_date", "TODAY", "CURDATE", "CURRENT_DATE"})
final class Today implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "today()", "The current date.")
                .example("SELECT toDate(now()) = today()", "1");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("today", arguments, 0);
        return new Moment(
                Types.DATE, context.now().atZone(context.zone()).toLocalDate().toEpochDay());
    }
}
