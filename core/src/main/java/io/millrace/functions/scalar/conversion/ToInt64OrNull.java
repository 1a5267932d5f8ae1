package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Int64; NULL if it is none. */
@Builtin("toInt64OrNull")
final class ToInt64OrNull extends PlainConversion {
    ToInt64OrNull() {
        super("toInt64OrNull", Types.INT64, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toInt64OrNull(x)", "Reads a string as Int64; NULL if it is none.")
                .example("SELECT toInt64OrNull('-42'), toInt64OrNull('abc')", "-42\t\\N");
    }
}
