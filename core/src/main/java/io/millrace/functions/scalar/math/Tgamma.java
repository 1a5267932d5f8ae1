package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The gamma function. */
@Builtin("tgamma")
final class Tgamma extends MathFunction {
    Tgamma() {
        super("tgamma");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "tgamma(x)", "The gamma function.")
                .example("SELECT tgamma(5)", "24");
    }

    @Override
    double of(double x) {
        return SpecialFunctions.tgamma(x);
    }
}
