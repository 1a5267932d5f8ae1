package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Int32; NULL if it is none. */
@Builtin("toInt32OrNull")
final class ToInt32OrNull extends PlainConversion {
    ToInt32OrNull() {
        super("toInt32OrNull", Types.INT32, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toInt32OrNull(x)", "Reads a string as Int32; NULL if it is none.")
                .example("SELECT toInt32OrNull('-42'), toInt32OrNull('abc')", "-42\t\\N");
    }
}
