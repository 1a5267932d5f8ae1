package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to UInt256; numbers that do not fit wrap around. */
@Builtin("toUInt256")
final class ToUInt256 extends PlainConversion {
    ToUInt256() {
        super("toUInt256", Types.UINT256, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toUInt256(x)",
                        "Converts a value to UInt256; numbers that do not fit wrap around.")
                .example("SELECT toUInt256('42')", "42");
    }
}
