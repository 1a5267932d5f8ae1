package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to Int8; the default, or zero, if it does not fit. */
@Builtin("toInt8OrDefault")
final class ToInt8OrDefault extends DefaultConversion {
    ToInt8OrDefault() {
        super("toInt8OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toInt8OrDefault(x[, default])",
                        "Converts a value to Int8; the default, or zero, if it does not fit.")
                .example("SELECT toInt8OrDefault('-42'), toInt8OrDefault('abc')", "-42\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.INT8, 1);
    }
}
