package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Int16; NULL if it is none. */
@Builtin("toInt16OrNull")
final class ToInt16OrNull extends PlainConversion {
    ToInt16OrNull() {
        super("toInt16OrNull", Types.INT16, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toInt16OrNull(x)", "Reads a string as Int16; NULL if it is none.")
                .example("SELECT toInt16OrNull('-42'), toInt16OrNull('abc')", "-42\t\\N");
    }
}
