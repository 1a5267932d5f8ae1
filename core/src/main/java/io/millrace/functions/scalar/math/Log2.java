package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The logarithm to base 2. */
@Builtin({"log2", "LOG2"})
final class Log2 extends MathFunction {
    Log2() {
        super("log2");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "log2(x)", "The logarithm to base 2.")
                .example("SELECT log2(8)", "3");
    }

    @Override
    double of(double x) {
        return SpecialFunctions.log2(x);
    }
}
