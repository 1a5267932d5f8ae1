package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UInt256; NULL if it is none. */
@Builtin("toUInt256OrNull")
final class ToUInt256OrNull extends PlainConversion {
    ToUInt256OrNull() {
        super("toUInt256OrNull", Types.UINT256, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUInt256OrNull(x)", "Reads a string as UInt256; NULL if it is none.")
                .example("SELECT toUInt256OrNull('42'), toUInt256OrNull('abc')", "42\t\\N");
    }
}
