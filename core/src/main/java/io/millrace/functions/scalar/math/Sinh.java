package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The hyperbolic sine. */
@Builtin("sinh")
final class Sinh extends MathFunction {
    Sinh() {
        super("sinh");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "sinh(x)", "The hyperbolic sine.").example("SELECT sinh(0)", "0");
    }

    @Override
    double of(double x) {
        return Math.sinh(x);
    }
}
