package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Radians as degrees. */
@Builtin({"degrees", "DEGREES"})
final class Degrees extends MathFunction {
    Degrees() {
        super("degrees");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "degrees(x)", "Radians as degrees.")
                .example("SELECT degrees(pi())", "180");
    }

    @Override
    double of(double x) {
        return x * (180 / Math.PI);
    }
}
