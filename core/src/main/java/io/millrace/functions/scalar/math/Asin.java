package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The arc sine. */
@Builtin({"asin", "ASIN"})
final class Asin extends MathFunction {
    Asin() {
        super("asin");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "asin(x)", "The arc sine.")
                .example("SELECT asin(1)", "1.5707963267948966");
    }

    @Override
    double of(double x) {
        return Math.asin(x);
    }
}
