package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to UInt128; numbers that do not fit wrap around. */
@Builtin("toUInt128")
final class ToUInt128 extends PlainConversion {
    ToUInt128() {
        super("toUInt128", Types.UINT128, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toUInt128(x)",
                        "Converts a value to UInt128; numbers that do not fit wrap around.")
                .example("SELECT toUInt128('42')", "42");
    }
}
