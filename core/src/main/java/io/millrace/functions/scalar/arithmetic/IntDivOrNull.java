package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;

/** As intDiv, but NULL when the divisor is zero. */
@Builtin("intDivOrNull")
final class IntDivOrNull extends Division {
    IntDivOrNull() {
        super("intDivOrNull", NumberPromotion::intDiv, Kind.QUOTIENT, OnZero.NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Arithmetic", "intDivOrNull(a, b)", "As intDiv, but NULL when the divisor is zero.")
                .example("SELECT intDivOrNull(7, 2), intDivOrNull(1, 0)", "3\t\\N");
    }
}
