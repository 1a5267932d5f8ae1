package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Float64; zero if it is none. */
@Builtin("toFloat64OrZero")
final class ToFloat64OrZero extends PlainConversion {
    ToFloat64OrZero() {
        super("toFloat64OrZero", Types.FLOAT64, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toFloat64OrZero(x)", "Reads a string as Float64; zero if it is none.")
                .example("SELECT toFloat64OrZero('1.5'), toFloat64OrZero('abc')", "1.5\t0");
    }
}
