package io.millrace.functions.scalar.tuple;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The root of the sum of the squares of a tuple's elements. */
@Builtin({"L2Norm", "normL2", "NORML2"})
final class L2Norm extends Norm {
    L2Norm() {
        super("L2Norm");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Tuple", "L2Norm(tuple)", "The root of the sum of the squares of a tuple's elements.")
                .example("SELECT L2Norm((3, 4))", "5");
    }

    @Override
    double add(double sum, double element) {
        return sum + element * element;
    }

    @Override
    double finish(double sum) {
        return Math.sqrt(sum);
    }
}
