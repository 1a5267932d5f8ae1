package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The cosine of an angle in radians. */
@Builtin({"cos", "COS"})
final class Cos extends MathFunction {
    Cos() {
        super("cos");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "cos(x)", "The cosine of an angle in radians.")
                .example("SELECT cos(1)", "0.5403023058681398");
    }

    @Override
    double of(double x) {
        return Math.cos(x);
    }
}
