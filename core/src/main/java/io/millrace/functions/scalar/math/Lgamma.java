package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The logarithm of the gamma function. */
@Builtin("lgamma")
final class Lgamma extends MathFunction {
    Lgamma() {
        super("lgamma");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "lgamma(x)", "The logarithm of the gamma function.")
                .example("SELECT round(lgamma(10), 9)", "12.80182748");
    }

    @Override
    double of(double x) {
        return SpecialFunctions.lgamma(x);
    }
}
