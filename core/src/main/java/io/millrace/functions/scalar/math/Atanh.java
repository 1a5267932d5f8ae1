package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The inverse hyperbolic tangent. */
@Builtin("atanh")
final class Atanh extends MathFunction {
    Atanh() {
        super("atanh");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "atanh(x)", "The inverse hyperbolic tangent.")
                .example("SELECT atanh(0)", "0");
    }

    @Override
    double of(double x) {
        return SpecialFunctions.atanh(x);
    }
}
