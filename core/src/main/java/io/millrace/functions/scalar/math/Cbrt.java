package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The cube root. */
@Builtin("cbrt")
final class Cbrt extends MathFunction {
    Cbrt() {
        super("cbrt");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "cbrt(x)", "The cube root.").example("SELECT cbrt(27)", "3");
    }

    @Override
    double of(double x) {
        return Math.cbrt(x);
    }
}
