package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;

/** As positiveModulo, but NULL when the divisor is zero. */
@Builtin({
    "positiveModuloOrNull",
    "positive_modulo_or_null",
    "pmodOrNull",
    "POSITIVEMODULOORNULL",
    "POSITIVE_MODULO_OR_NULL",
    "PMODORNULL"
})
final class PositiveModuloOrNull extends Division {
    PositiveModuloOrNull() {
        super("positiveModuloOrNull", NumberPromotion::positiveModulo, Kind.POSITIVE_REMAINDER, OnZero.NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Arithmetic",
                        "positiveModuloOrNull(a, b)",
                        "As positiveModulo, but NULL when the divisor is zero.")
                .example("SELECT positiveModuloOrNull(-7, 3), positiveModuloOrNull(1, 0)", "2\t\\N");
    }
}
