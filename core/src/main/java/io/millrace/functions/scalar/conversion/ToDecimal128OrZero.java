package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as a decimal; zero if it is none. */
@Builtin("toDecimal128OrZero")
final class ToDecimal128OrZero extends DecimalConversion {
    ToDecimal128OrZero() {
        super("toDecimal128OrZero", 38, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDecimal128OrZero(x, scale)",
                        "Reads a string as a decimal; zero if it is none.")
                .example("SELECT toDecimal128OrZero('1.239', 2), toDecimal128OrZero('x', 2)", "1.23\t0");
    }
}
