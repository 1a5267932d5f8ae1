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

/** A Date from its numbers. */
@Builtin({"makeDate", "MAKEDATE"})
final class MakeDate implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "makeDate(year, month, day) or makeDate(year, dayOfYear)",
                        "A Date from its numbers.")
                .example("SELECT makeDate(2024, 2, 3), makeDate(2024, 60)", "2024-02-03\t2024-02-29");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("makeDate", arguments, 2, 3);
        MadeDate.check("makeDate", arguments, arguments.size());
        return new MadeDate(
                Types.DATE,
                TimeZone.utc(),
                arguments.stream().map(Argument::type).toList(),
                arguments.size());
    }
}
