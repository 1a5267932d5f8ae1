package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A number raised to a power. */
@Builtin({"pow", "power", "POW", "POWER"})
final class Pow extends MathFunction2 {
    Pow() {
        super("pow");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "pow(x, y)", "A number raised to a power.")
                .example("SELECT pow(2, 10)", "1024");
    }

    @Override
    double of(double x, double y) {
        return SpecialFunctions.pow(x, y);
    }
}
