package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Degrees as radians. */
@Builtin({"radians", "RADIANS"})
final class Radians extends MathFunction {
    Radians() {
        super("radians");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "radians(x)", "Degrees as radians.")
                .example("SELECT radians(180)", "3.141592653589793");
    }

    @Override
    double of(double x) {
        return x * (Math.PI / 180);
    }
}
