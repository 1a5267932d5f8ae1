package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The arc cosine. */
@Builtin({"acos", "ACOS"})
final class Acos extends MathFunction {
    Acos() {
        super("acos");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "acos(x)", "The arc cosine.").example("SELECT acos(1)", "0");
    }

    @Override
    double of(double x) {
        return Math.acos(x);
    }
}
