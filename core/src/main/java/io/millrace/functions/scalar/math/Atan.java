package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The arc tangent. */
@Builtin({"atan", "ATAN"})
final class Atan extends MathFunction {
    Atan() {
        super("atan");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "atan(x)", "The arc tangent.")
                .example("SELECT atan(1)", "0.7853981633974483");
    }

    @Override
    double of(double x) {
        return Math.atan(x);
    }
}
