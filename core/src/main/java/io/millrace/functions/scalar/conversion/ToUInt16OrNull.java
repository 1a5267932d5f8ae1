package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UInt16; NULL if it is none. */
@Builtin("toUInt16OrNull")
final class ToUInt16OrNull extends PlainConversion {
    ToUInt16OrNull() {
        super("toUInt16OrNull", Types.UINT16, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUInt16OrNull(x)", "Reads a string as UInt16; NULL if it is none.")
                .example("SELECT toUInt16OrNull('42'), toUInt16OrNull('abc')", "42\t\\N");
    }
}
