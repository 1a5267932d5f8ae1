package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The ratio of a circle's circumference to its diameter. */
@Builtin({"pi", "PI"})
final class Pi extends MathConstant {
    Pi() {
        super("pi", Math.PI);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "pi()", "The ratio of a circle's circumference to its diameter.")
                .example("SELECT pi()", "3.141592653589793");
    }
}
