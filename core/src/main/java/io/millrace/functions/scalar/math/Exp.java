package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** e raised to a power. */
@Builtin({"exp", "EXP"})
final class Exp extends MathFunction {
    Exp() {
        super("exp");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "exp(x)", "e raised to a power.").example("SELECT exp(0)", "1");
    }

    @Override
    double of(double x) {
        return Math.exp(x);
    }
}
