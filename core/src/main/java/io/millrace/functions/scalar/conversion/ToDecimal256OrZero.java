package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as a decimal; zero if it is none. */
@Builtin("toDecimal256OrZero")
final class ToDecimal256OrZero extends DecimalConversion {
    ToDecimal256OrZero() {
        super("toDecimal256OrZero", 76, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDecimal256OrZero(x, scale)",
                        "Reads a string as a decimal; zero if it is none.")
                .example("SELECT toDecimal256OrZero('1.239', 2), toDecimal256OrZero('x', 2)", "1.23\t0");
    }
}
