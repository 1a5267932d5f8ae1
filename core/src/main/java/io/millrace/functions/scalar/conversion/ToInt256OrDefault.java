package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to Int256; the default, or zero, if it does not fit. */
@Builtin("toInt256OrDefault")
final class ToInt256OrDefault extends DefaultConversion {
    ToInt256OrDefault() {
        super("toInt256OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toInt256OrDefault(x[, default])",
                        "Converts a value to Int256; the default, or zero, if it does not fit.")
                .example("SELECT toInt256OrDefault('-42'), toInt256OrDefault('abc')", "-42\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.INT256, 1);
    }
}
