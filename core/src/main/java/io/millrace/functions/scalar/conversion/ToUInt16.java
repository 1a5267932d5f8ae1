package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to UInt16; numbers that do not fit wrap around. */
@Builtin("toUInt16")
final class ToUInt16 extends PlainConversion {
    ToUInt16() {
        super("toUInt16", Types.UINT16, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toUInt16(x)",
                        "Converts a value to UInt16; numbers that do not fit wrap around.")
                .example("SELECT toUInt16('42')", "42");
    }
}
