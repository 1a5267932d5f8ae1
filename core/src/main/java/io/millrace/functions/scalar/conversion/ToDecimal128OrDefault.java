package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to a decimal; the default, or zero, if it does not fit. */
@Builtin("toDecimal128OrDefault")
final class ToDecimal128OrDefault extends DefaultConversion {
    ToDecimal128OrDefault() {
        super("toDecimal128OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDecimal128OrDefault(x, scale[, default])",
                        "Converts a value to a decimal; the default, or zero, if it does not fit.")
                .example("SELECT toDecimal128OrDefault('1.239', 2), toDecimal128OrDefault('x', 2)", "1.23\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(new ToDecimal128().target(arguments.subList(0, Math.min(2, arguments.size())), context), 2);
    }
}
