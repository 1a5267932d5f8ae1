package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The complementary error function, 1 - erf(x). */
@Builtin("erfc")
final class Erfc extends MathFunction {
    Erfc() {
        super("erfc");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "erfc(x)", "The complementary error function, 1 - erf(x).")
                .example("SELECT erfc(0)", "1");
    }

    @Override
    double of(double x) {
        return SpecialFunctions.erfc(x);
    }
}
