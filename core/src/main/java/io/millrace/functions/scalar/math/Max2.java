package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The greater of two numbers as Float64. */
@Builtin({"max2", "MAX2"})
final class Max2 extends MathFunction2 {
    Max2() {
        super("max2");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "max2(x, y)", "The greater of two numbers as Float64.")
                .example("SELECT max2(1, 2)", "2");
    }

    @Override
    double of(double x, double y) {
        return Math.max(x, y);
    }
}
