package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to UInt128; the default, or zero, if it does not fit. */
@Builtin("toUInt128OrDefault")
final class ToUInt128OrDefault extends DefaultConversion {
    ToUInt128OrDefault() {
        super("toUInt128OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toUInt128OrDefault(x[, default])",
                        "Converts a value to UInt128; the default, or zero, if it does not fit.")
                .example("SELECT toUInt128OrDefault('42'), toUInt128OrDefault('abc')", "42\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.UINT128, 1);
    }
}
