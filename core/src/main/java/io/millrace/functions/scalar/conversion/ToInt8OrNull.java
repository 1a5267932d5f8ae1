package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Int8; NULL if it is none. */
@Builtin("toInt8OrNull")
final class ToInt8OrNull extends PlainConversion {
    ToInt8OrNull() {
        super("toInt8OrNull", Types.INT8, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toInt8OrNull(x)", "Reads a string as Int8; NULL if it is none.")
                .example("SELECT toInt8OrNull('-42'), toInt8OrNull('abc')", "-42\t\\N");
    }
}
