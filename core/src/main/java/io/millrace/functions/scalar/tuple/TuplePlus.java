package io.millrace.functions.scalar.tuple;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The sums of the elements of two tuples. */
@Builtin({"tuplePlus", "vectorSum", "VECTORSUM"})
final class TuplePlus extends Elementwise {
    TuplePlus() {
        super("tuplePlus", "plus", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Tuple", "tuplePlus(a, b)", "The sums of the elements of two tuples.")
                .example("SELECT tuplePlus((1, 2), (3, 4))", "(4,6)");
    }
}
