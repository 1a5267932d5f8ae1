package io.millrace.functions.scalar.tuple;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The greatest absolute value of a tuple's elements. */
@Builtin({"LinfNorm", "normLinf", "NORMLINF"})
final class LinfNorm extends Norm {
    LinfNorm() {
        super("LinfNorm");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Tuple", "LinfNorm(tuple)", "The greatest absolute value of a tuple's elements.")
                .example("SELECT LinfNorm((1, -4))", "4");
    }

    @Override
    double add(double sum, double element) {
        return Math.max(sum, Math.abs(element));
    }
}
