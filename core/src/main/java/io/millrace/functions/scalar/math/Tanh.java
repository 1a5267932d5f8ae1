package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The hyperbolic tangent. */
@Builtin({"tanh", "TANH"})
final class Tanh extends MathFunction {
    Tanh() {
        super("tanh");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "tanh(x)", "The hyperbolic tangent.")
                .example("SELECT tanh(0)", "0");
    }

    @Override
    double of(double x) {
        return Math.tanh(x);
    }
}
