package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to Float64; the default, or zero, if it does not fit. */
@Builtin("toFloat64OrDefault")
final class ToFloat64OrDefault extends DefaultConversion {
    ToFloat64OrDefault() {
        super("toFloat64OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toFloat64OrDefault(x[, default])",
                        "Converts a value to Float64; the default, or zero, if it does not fit.")
                .example("SELECT toFloat64OrDefault('1.5'), toFloat64OrDefault('abc')", "1.5\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.FLOAT64, 1);
    }
}
