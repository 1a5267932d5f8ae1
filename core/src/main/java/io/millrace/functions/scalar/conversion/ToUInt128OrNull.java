package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UInt128; NULL if it is none. */
@Builtin("toUInt128OrNull")
final class ToUInt128OrNull extends PlainConversion {
    ToUInt128OrNull() {
        super("toUInt128OrNull", Types.UINT128, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUInt128OrNull(x)", "Reads a string as UInt128; NULL if it is none.")
                .example("SELECT toUInt128OrNull('42'), toUInt128OrNull('abc')", "42\t\\N");
    }
}
