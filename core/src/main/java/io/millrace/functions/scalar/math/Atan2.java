package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The angle of the point (y, x). */
@Builtin({"atan2", "ATAN2"})
final class Atan2 extends MathFunction2 {
    Atan2() {
        super("atan2");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "atan2(x, y)", "The angle of the point (y, x).")
                .example("SELECT atan2(1, 2)", "0.4636476090008061");
    }

    @Override
    double of(double x, double y) {
        return Math.atan2(x, y);
    }
}
