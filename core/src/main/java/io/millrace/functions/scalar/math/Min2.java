package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The lesser of two numbers as Float64. */
@Builtin({"min2", "MIN2"})
final class Min2 extends MathFunction2 {
    Min2() {
        super("min2");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "min2(x, y)", "The lesser of two numbers as Float64.")
                .example("SELECT min2(1, 2)", "1");
    }

    @Override
    double of(double x, double y) {
        return Math.min(x, y);
    }
}
