package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The hyperbolic cosine. */
@Builtin("cosh")
final class Cosh extends MathFunction {
    Cosh() {
        super("cosh");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "cosh(x)", "The hyperbolic cosine.")
                .example("SELECT cosh(0)", "1");
    }

    @Override
    double of(double x) {
        return Math.cosh(x);
    }
}
