package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to Float32. */
@Builtin("toFloat32")
final class ToFloat32 extends PlainConversion {
    ToFloat32() {
        super("toFloat32", Types.FLOAT32, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toFloat32(x)", "Converts a value to Float32.")
                .example("SELECT toFloat32('1.5')", "1.5");
    }
}
