package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to Int64; the default, or zero, if it does not fit. */
@Builtin("toInt64OrDefault")
final class ToInt64OrDefault extends DefaultConversion {
    ToInt64OrDefault() {
        super("toInt64OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toInt64OrDefault(x[, default])",
                        "Converts a value to Int64; the default, or zero, if it does not fit.")
                .example("SELECT toInt64OrDefault('-42'), toInt64OrDefault('abc')", "-42\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.INT64, 1);
    }
}
