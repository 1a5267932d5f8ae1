package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to UInt64; numbers that do not fit wrap around. */
@Builtin("toUInt64")
final class ToUInt64 extends PlainConversion {
    ToUInt64() {
        super("toUInt64", Types.UINT64, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toUInt64(x)",
                        "Converts a value to UInt64; numbers that do not fit wrap around.")
                .example("SELECT toUInt64('42')", "42");
    }
}
