package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a number is nan. */
@Builtin("isNaN")
final class IsNaN extends FloatTest {
    IsNaN() {
        super("isNaN");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "isNaN(x)", "Whether a number is nan.")
                .example("SELECT isNaN(0 / 0), isNaN(1)", "1\t0");
    }

    @Override
    boolean of(double x) {
        return Double.isNaN(x);
    }
}
