package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to Int16; the default, or zero, if it does not fit. */
@Builtin("toInt16OrDefault")
final class ToInt16OrDefault extends DefaultConversion {
    ToInt16OrDefault() {
        super("toInt16OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toInt16OrDefault(x[, default])",
                        "Converts a value to Int16; the default, or zero, if it does not fit.")
                .example("SELECT toInt16OrDefault('-42'), toInt16OrDefault('abc')", "-42\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.INT16, 1);
    }
}
