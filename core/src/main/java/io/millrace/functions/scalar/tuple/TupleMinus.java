package io.millrace.functions.scalar.tuple;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The differences of the elements of two tuples. */
@Builtin({"tupleMinus", "vectorDifference", "VECTORDIFFERENCE"})
final class TupleMinus extends Elementwise {
    TupleMinus() {
        super("tupleMinus", "minus", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Tuple", "tupleMinus(a, b)", "The differences of the elements of two tuples.")
                .example("SELECT tupleMinus((1, 2), (3, 3))", "(-2,-1)");
    }
}
