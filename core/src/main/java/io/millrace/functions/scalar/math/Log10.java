package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The logarithm to base 10. */
@Builtin({"log10", "LOG10"})
final class Log10 extends MathFunction {
    Log10() {
        super("log10");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "log10(x)", "The logarithm to base 10.")
                .example("SELECT log10(1000)", "3");
    }

    @Override
    double of(double x) {
        return Math.log10(x);
    }
}
