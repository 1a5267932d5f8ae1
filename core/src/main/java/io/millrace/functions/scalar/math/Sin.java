package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The sine of an angle in radians. */
@Builtin({"sin", "SIN"})
final class Sin extends MathFunction {
    Sin() {
        super("sin");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "sin(x)", "The sine of an angle in radians.")
                .example("SELECT sin(1)", "0.8414709848078965");
    }

    @Override
    double of(double x) {
        return Math.sin(x);
    }
}
