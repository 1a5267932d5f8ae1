package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to Float32; the default, or zero, if it does not fit. */
@Builtin("toFloat32OrDefault")
final class ToFloat32OrDefault extends DefaultConversion {
    ToFloat32OrDefault() {
        super("toFloat32OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toFloat32OrDefault(x[, default])",
                        "Converts a value to Float32; the default, or zero, if it does not fit.")
                .example("SELECT toFloat32OrDefault('1.5'), toFloat32OrDefault('abc')", "1.5\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.FLOAT32, 1);
    }
}
