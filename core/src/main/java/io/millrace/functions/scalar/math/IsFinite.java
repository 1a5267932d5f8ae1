package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a number is neither infinite nor nan. */
@Builtin("isFinite")
final class IsFinite extends FloatTest {
    IsFinite() {
        super("isFinite");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "isFinite(x)", "Whether a number is neither infinite nor nan.")
                .example("SELECT isFinite(1), isFinite(1 / 0)", "1\t0");
    }

    @Override
    boolean of(double x) {
        return Double.isFinite(x);
    }
}
