package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** 2 raised to a power. */
@Builtin("exp2")
final class Exp2 extends MathFunction {
    Exp2() {
        super("exp2");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "exp2(x)", "2 raised to a power.").example("SELECT exp2(10)", "1024");
    }

    @Override
    double of(double x) {
        return Math.pow(2, x);
    }
}
