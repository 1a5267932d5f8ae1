package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as a decimal; zero if it is none. */
@Builtin("toDecimal32OrZero")
final class ToDecimal32OrZero extends DecimalConversion {
    ToDecimal32OrZero() {
        super("toDecimal32OrZero", 9, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDecimal32OrZero(x, scale)",
                        "Reads a string as a decimal; zero if it is none.")
                .example("SELECT toDecimal32OrZero('1.239', 2), toDecimal32OrZero('x', 2)", "1.23\t0");
    }
}
