package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;

/** As modulo, but 0 when the divisor is zero. */
@Builtin("moduloOrZero")
final class ModuloOrZero extends Division {
    ModuloOrZero() {
        super("moduloOrZero", NumberPromotion::modulo, Kind.REMAINDER, OnZero.ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Arithmetic", "moduloOrZero(a, b)", "As modulo, but 0 when the divisor is zero.")
                .example("SELECT moduloOrZero(7, 3), moduloOrZero(1, 0)", "1\t0");
    }
}
