package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Int128; NULL if it is none. */
@Builtin("toInt128OrNull")
final class ToInt128OrNull extends PlainConversion {
    ToInt128OrNull() {
        super("toInt128OrNull", Types.INT128, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toInt128OrNull(x)", "Reads a string as Int128; NULL if it is none.")
                .example("SELECT toInt128OrNull('-42'), toInt128OrNull('abc')", "-42\t\\N");
    }
}
