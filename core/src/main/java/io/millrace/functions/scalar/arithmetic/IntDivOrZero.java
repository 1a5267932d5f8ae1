package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;

/** As intDiv, but 0 when the divisor is zero. */
@Builtin("intDivOrZero")
final class IntDivOrZero extends Division {
    IntDivOrZero() {
        super("intDivOrZero", NumberPromotion::intDiv, Kind.QUOTIENT, OnZero.ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Arithmetic", "intDivOrZero(a, b)", "As intDiv, but 0 when the divisor is zero.")
                .example("SELECT intDivOrZero(7, 2), intDivOrZero(1, 0)", "3\t0");
    }
}
