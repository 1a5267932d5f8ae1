package io.millrace.functions.scalar.tuple;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The elements of a tuple times a number. */
@Builtin("tupleMultiplyByNumber")
final class TupleMultiplyByNumber extends Elementwise {
    TupleMultiplyByNumber() {
        super("tupleMultiplyByNumber", "multiply", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Tuple", "tupleMultiplyByNumber(tuple, n)", "The elements of a tuple times a number.")
                .example("SELECT tupleMultiplyByNumber((1, 2), 3)", "(3,6)");
    }
}
