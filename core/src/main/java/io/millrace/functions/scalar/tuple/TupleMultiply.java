package io.millrace.functions.scalar.tuple;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The products of the elements of two tuples. */
@Builtin("tupleMultiply")
final class TupleMultiply extends Elementwise {
    TupleMultiply() {
        super("tupleMultiply", "multiply", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Tuple", "tupleMultiply(a, b)", "The products of the elements of two tuples.")
                .example("SELECT tupleMultiply((1, 2), (3, 4))", "(3,8)");
    }
}
