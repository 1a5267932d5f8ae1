package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The natural logarithm of 1 + x, exact for small x. */
@Builtin("log1p")
final class Log1p extends MathFunction {
    Log1p() {
        super("log1p");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "log1p(x)", "The natural logarithm of 1 + x, exact for small x.")
                .example("SELECT log1p(0)", "0");
    }

    @Override
    double of(double x) {
        return Math.log1p(x);
    }
}
