package io.millrace.functions.scalar.tuple;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** How many elements of two tuples differ. */
@Builtin("tupleHammingDistance")
final class TupleHammingDistance extends Reduction {
    TupleHammingDistance() {
        super("tupleHammingDistance", "notEquals");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Tuple", "tupleHammingDistance(a, b)", "How many elements of two tuples differ.")
                .example("SELECT tupleHammingDistance((1, 2, 3), (3, 2, 1))", "2");
    }
}
