package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Float32; zero if it is none. */
@Builtin("toFloat32OrZero")
final class ToFloat32OrZero extends PlainConversion {
    ToFloat32OrZero() {
        super("toFloat32OrZero", Types.FLOAT32, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toFloat32OrZero(x)", "Reads a string as Float32; zero if it is none.")
                .example("SELECT toFloat32OrZero('1.5'), toFloat32OrZero('abc')", "1.5\t0");
    }
}
