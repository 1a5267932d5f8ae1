package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Float32; NULL if it is none. */
@Builtin("toFloat32OrNull")
final class ToFloat32OrNull extends PlainConversion {
    ToFloat32OrNull() {
        super("toFloat32OrNull", Types.FLOAT32, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toFloat32OrNull(x)", "Reads a string as Float32; NULL if it is none.")
                .example("SELECT toFloat32OrNull('1.5'), toFloat32OrNull('abc')", "1.5\t\\N");
    }
}
