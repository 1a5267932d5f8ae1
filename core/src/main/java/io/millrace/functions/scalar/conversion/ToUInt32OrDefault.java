package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to UInt32; the default, or zero, if it does not fit. */
@Builtin("toUInt32OrDefault")
final class ToUInt32OrDefault extends DefaultConversion {
    ToUInt32OrDefault() {
        super("toUInt32OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toUInt32OrDefault(x[, default])",
                        "Converts a value to UInt32; the default, or zero, if it does not fit.")
                .example("SELECT toUInt32OrDefault('42'), toUInt32OrDefault('abc')", "42\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.UINT32, 1);
    }
}
