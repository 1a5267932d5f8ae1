package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Float64; NULL if it is none. */
@Builtin("toFloat64OrNull")
final class ToFloat64OrNull extends PlainConversion {
    ToFloat64OrNull() {
        super("toFloat64OrNull", Types.FLOAT64, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toFloat64OrNull(x)", "Reads a string as Float64; NULL if it is none.")
                .example("SELECT toFloat64OrNull('1.5'), toFloat64OrNull('abc')", "1.5\t\\N");
    }
}
