package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as a decimal; zero if it is none. */
@Builtin("toDecimal64OrZero")
final class ToDecimal64OrZero extends DecimalConversion {
    ToDecimal64OrZero() {
        super("toDecimal64OrZero", 18, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDecimal64OrZero(x, scale)",
                        "Reads a string as a decimal; zero if it is none.")
                .example("SELECT toDecimal64OrZero('1.239', 2), toDecimal64OrZero('x', 2)", "1.23\t0");
    }
}
