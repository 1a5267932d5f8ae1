package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to Int128; the default, or zero, if it does not fit. */
@Builtin("toInt128OrDefault")
final class ToInt128OrDefault extends DefaultConversion {
    ToInt128OrDefault() {
        super("toInt128OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toInt128OrDefault(x[, default])",
                        "Converts a value to Int128; the default, or zero, if it does not fit.")
                .example("SELECT toInt128OrDefault('-42'), toInt128OrDefault('abc')", "-42\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.INT128, 1);
    }
}
