package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to UInt256; the default, or zero, if it does not fit. */
@Builtin("toUInt256OrDefault")
final class ToUInt256OrDefault extends DefaultConversion {
    ToUInt256OrDefault() {
        super("toUInt256OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toUInt256OrDefault(x[, default])",
                        "Converts a value to UInt256; the default, or zero, if it does not fit.")
                .example("SELECT toUInt256OrDefault('42'), toUInt256OrDefault('abc')", "42\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.UINT256, 1);
    }
}
