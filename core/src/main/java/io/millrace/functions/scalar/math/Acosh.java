package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The inverse hyperbolic cosine. */
@Builtin("acosh")
final class Acosh extends MathFunction {
    Acosh() {
        super("acosh");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "acosh(x)", "The inverse hyperbolic cosine.")
                .example("SELECT acosh(1)", "0");
    }

    @Override
    double of(double x) {
        return SpecialFunctions.acosh(x);
    }
}
