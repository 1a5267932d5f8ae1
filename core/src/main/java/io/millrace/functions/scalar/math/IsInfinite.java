package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a number is infinite. */
@Builtin("isInfinite")
final class IsInfinite extends FloatTest {
    IsInfinite() {
        super("isInfinite");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "isInfinite(x)", "Whether a number is infinite.")
                .example("SELECT isInfinite(1 / 0), isInfinite(1)", "1\t0");
    }

    @Override
    boolean of(double x) {
        return Double.isInfinite(x);
    }
}
