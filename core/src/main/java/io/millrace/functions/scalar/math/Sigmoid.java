package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The logistic function. */
@Builtin("sigmoid")
final class Sigmoid extends MathFunction {
    Sigmoid() {
        super("sigmoid");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "sigmoid(x)", "The logistic function.")
                .example("SELECT sigmoid(0)", "0.5");
    }

    @Override
    double of(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
