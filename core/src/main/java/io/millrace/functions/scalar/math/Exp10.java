package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** 10 raised to a power. */
@Builtin("exp10")
final class Exp10 extends MathFunction {
    Exp10() {
        super("exp10");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "exp10(x)", "10 raised to a power.")
                .example("SELECT exp10(3)", "1000");
    }

    @Override
    double of(double x) {
        return Math.pow(10, x);
    }
}
