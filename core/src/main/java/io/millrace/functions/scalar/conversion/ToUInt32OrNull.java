package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UInt32; NULL if it is none. */
@Builtin("toUInt32OrNull")
final class ToUInt32OrNull extends PlainConversion {
    ToUInt32OrNull() {
        super("toUInt32OrNull", Types.UINT32, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUInt32OrNull(x)", "Reads a string as UInt32; NULL if it is none.")
                .example("SELECT toUInt32OrNull('42'), toUInt32OrNull('abc')", "42\t\\N");
    }
}
