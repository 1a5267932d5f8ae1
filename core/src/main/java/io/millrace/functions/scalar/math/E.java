package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Euler's number. */
@Builtin("e")
final class E extends MathConstant {
    E() {
        super("e", Math.E);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "e()", "Euler's number.").example("SELECT e()", "2.718281828459045");
    }
}
