package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The natural logarithm. */
@Builtin({"log", "ln", "LOG", "LN"})
final class Log extends MathFunction {
    Log() {
        super("log");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "log(x)", "The natural logarithm.")
                .example("SELECT log(1)", "0");
    }

    @Override
    double of(double x) {
        return Math.log(x);
    }
}
