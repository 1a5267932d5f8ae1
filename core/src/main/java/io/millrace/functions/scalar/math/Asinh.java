package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The inverse hyperbolic sine. */
@Builtin("asinh")
final class Asinh extends MathFunction {
    Asinh() {
        super("asinh");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "asinh(x)", "The inverse hyperbolic sine.")
                .example("SELECT asinh(0)", "0");
    }

    @Override
    double of(double x) {
        return SpecialFunctions.asinh(x);
    }
}
