package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to Int128; numbers that do not fit wrap around. */
@Builtin("toInt128")
final class ToInt128 extends PlainConversion {
    ToInt128() {
        super("toInt128", Types.INT128, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toInt128(x)",
                        "Converts a value to Int128; numbers that do not fit wrap around.")
                .example("SELECT toInt128('-42')", "-42");
    }
}
