package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to UInt8; numbers that do not fit wrap around. */
@Builtin("toUInt8")
final class ToUInt8 extends PlainConversion {
    ToUInt8() {
        super("toUInt8", Types.UINT8, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toUInt8(x)",
                        "Converts a value to UInt8; numbers that do not fit wrap around.")
                .example("SELECT toUInt8('42')", "42");
    }
}
