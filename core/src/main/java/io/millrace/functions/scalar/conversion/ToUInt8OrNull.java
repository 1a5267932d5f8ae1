package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UInt8; NULL if it is none. */
@Builtin("toUInt8OrNull")
final class ToUInt8OrNull extends PlainConversion {
    ToUInt8OrNull() {
        super("toUInt8OrNull", Types.UINT8, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUInt8OrNull(x)", "Reads a string as UInt8; NULL if it is none.")
                .example("SELECT toUInt8OrNull('42'), toUInt8OrNull('abc')", "42\t\\N");
    }
}
