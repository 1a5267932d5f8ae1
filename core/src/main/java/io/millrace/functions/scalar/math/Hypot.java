package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The length of the hypotenuse. */
@Builtin({"hypot", "HYPOT"})
final class Hypot extends MathFunction2 {
    Hypot() {
        super("hypot");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "hypot(x, y)", "The length of the hypotenuse.")
                .example("SELECT hypot(3, 4)", "5");
    }

    @Override
    double of(double x, double y) {
        return Math.hypot(x, y);
    }
}
