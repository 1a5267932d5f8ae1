package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to UInt16; the default, or zero, if it does not fit. */
@Builtin("toUInt16OrDefault")
final class ToUInt16OrDefault extends DefaultConversion {
    ToUInt16OrDefault() {
        super("toUInt16OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toUInt16OrDefault(x[, default])",
                        "Converts a value to UInt16; the default, or zero, if it does not fit.")
                .example("SELECT toUInt16OrDefault('42'), toUInt16OrDefault('abc')", "42\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.UINT16, 1);
    }
}
