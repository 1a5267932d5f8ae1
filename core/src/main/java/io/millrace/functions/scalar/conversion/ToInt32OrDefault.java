package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to Int32; the default, or zero, if it does not fit. */
@Builtin("toInt32OrDefault")
final class ToInt32OrDefault extends DefaultConversion {
    ToInt32OrDefault() {
        super("toInt32OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toInt32OrDefault(x[, default])",
                        "Converts a value to Int32; the default, or zero, if it does not fit.")
                .example("SELECT toInt32OrDefault('-42'), toInt32OrDefault('abc')", "-42\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.INT32, 1);
    }
}
