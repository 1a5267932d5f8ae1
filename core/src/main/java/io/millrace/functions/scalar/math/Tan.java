package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The tangent of an angle in radians. */
@Builtin({"tan", "TAN"})
final class Tan extends MathFunction {
    Tan() {
        super("tan");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "tan(x)", "The tangent of an angle in radians.")
                .example("SELECT tan(1)", "1.5574077246549023");
    }

    @Override
    double of(double x) {
        return Math.tan(x);
    }
}
