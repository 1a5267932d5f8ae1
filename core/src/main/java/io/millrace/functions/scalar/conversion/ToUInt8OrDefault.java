package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to UInt8; the default, or zero, if it does not fit. */
@Builtin("toUInt8OrDefault")
final class ToUInt8OrDefault extends DefaultConversion {
    ToUInt8OrDefault() {
        super("toUInt8OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toUInt8OrDefault(x[, default])",
                        "Converts a value to UInt8; the default, or zero, if it does not fit.")
                .example("SELECT toUInt8OrDefault('42'), toUInt8OrDefault('abc')", "42\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.UINT8, 1);
    }
}
