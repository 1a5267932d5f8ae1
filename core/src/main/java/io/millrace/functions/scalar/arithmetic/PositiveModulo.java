package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;

/** The remainder of the division, never negative. */
@Builtin({"positiveModulo", "positive_modulo", "pmod", "POSITIVEMODULO", "POSITIVE_MODULO", "PMOD"})
final class PositiveModulo extends Division {
    PositiveModulo() {
        super("positiveModulo", NumberPromotion::positiveModulo, Kind.POSITIVE_REMAINDER, OnZero.FAIL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Arithmetic", "positiveModulo(a, b)", "The remainder of the division, never negative.")
                .example("SELECT positiveModulo(-7, 3), positiveModulo(7, 3)", "2\t1");
    }
}
