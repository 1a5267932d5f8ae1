package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;

/** The remainder of the division, with the sign of the dividend; division of an integer by zero is an error. */
@Builtin({"modulo", "mod", "MOD"})
final class Modulo extends Division {
    Modulo() {
        super("modulo", NumberPromotion::modulo, Kind.REMAINDER, OnZero.FAIL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Arithmetic",
                        "modulo(a, b)",
                        "The remainder of the division, with the sign of the dividend; division of an integer by zero is an error.")
                .example("SELECT 7 % 3, -7 % 3", "1\t-1")
                .example("SELECT 7.5 % 2", "1.5");
    }
}
