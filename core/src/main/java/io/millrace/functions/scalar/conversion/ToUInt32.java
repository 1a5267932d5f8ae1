package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to UInt32; numbers that do not fit wrap around. */
@Builtin("toUInt32")
final class ToUInt32 extends PlainConversion {
    ToUInt32() {
        super("toUInt32", Types.UINT32, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toUInt32(x)",
                        "Converts a value to UInt32; numbers that do not fit wrap around.")
                .example("SELECT toUInt32('42')", "42");
    }
}
