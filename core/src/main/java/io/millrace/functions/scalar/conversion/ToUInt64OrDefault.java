package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to UInt64; the default, or zero, if it does not fit. */
@Builtin("toUInt64OrDefault")
final class ToUInt64OrDefault extends DefaultConversion {
    ToUInt64OrDefault() {
        super("toUInt64OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toUInt64OrDefault(x[, default])",
                        "Converts a value to UInt64; the default, or zero, if it does not fit.")
                .example("SELECT toUInt64OrDefault('42'), toUInt64OrDefault('abc')", "42\t0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(Types.UINT64, 1);
    }
}
