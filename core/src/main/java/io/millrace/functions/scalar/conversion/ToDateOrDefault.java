package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to Date; the default, or zero, if it does not fit. */
@Builtin("toDateOrDefault")
final class ToDateOrDefault extends DefaultConversion {
    ToDateOrDefault() {
        super("toDateOrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDateOrDefault(x[, default])",
                        "Converts a value to Date; the default, or zero, if it does not fit.")
                .example("SELECT toDateOrDefault('2024-02-03'), toDateOrDefault('x')", "2024-02-03\t1970-01-01");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.DATE, 1);
    }
}
