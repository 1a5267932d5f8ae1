package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UInt64; NULL if it is none. */
@Builtin("toUInt64OrNull")
final class ToUInt64OrNull extends PlainConversion {
    ToUInt64OrNull() {
        super("toUInt64OrNull", Types.UINT64, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUInt64OrNull(x)", "Reads a string as UInt64; NULL if it is none.")
                .example("SELECT toUInt64OrNull('42'), toUInt64OrNull('abc')", "42\t\\N");
    }
}
