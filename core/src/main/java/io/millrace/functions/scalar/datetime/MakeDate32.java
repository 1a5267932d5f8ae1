package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** A Date32 from its numbers. */
@Builtin({"makeDate32", "MAKEDATE32"})
final class MakeDate32 implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "makeDate32(year, month, day) or makeDate32(year, dayOfYear)",
                        "A Date32 from its numbers.")
                .example("SELECT makeDate32(1930, 2, 3)", "1930-02-03");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("makeDate32", arguments, 2, 3);
        MadeDate.check("makeDate32", arguments, arguments.size());
        return new MadeDate(
                Types.DATE32,
                TimeZone.utc(),
                arguments.stream().map(Argument::type).toList(),
                arguments.size());
    }
}
