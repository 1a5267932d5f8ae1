package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;

/** As modulo, but NULL when the divisor is zero. */
@Builtin({"moduloOrNull", "modOrNull", "MODORNULL"})
final class ModuloOrNull extends Division {
    ModuloOrNull() {
        super("moduloOrNull", NumberPromotion::modulo, Kind.REMAINDER, OnZero.NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Arithmetic", "moduloOrNull(a, b)", "As modulo, but NULL when the divisor is zero.")
                .example("SELECT moduloOrNull(7, 3), moduloOrNull(1, 0)", "1\t\\N");
    }
}
