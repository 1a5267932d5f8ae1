package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The error function. */
@Builtin("erf")
final class Erf extends MathFunction {
    Erf() {
        super("erf");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "erf(x)", "The error function.").example("SELECT erf(0)", "0");
    }

    @Override
    double of(double x) {
        return SpecialFunctions.erf(x);
    }
}
