package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The square root. */
@Builtin({"sqrt", "SQRT"})
final class Sqrt extends MathFunction {
    Sqrt() {
        super("sqrt");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "sqrt(x)", "The square root.").example("SELECT sqrt(16)", "4");
    }

    @Override
    double of(double x) {
        return Math.sqrt(x);
    }
}
