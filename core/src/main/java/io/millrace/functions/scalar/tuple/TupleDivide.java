package io.millrace.functions.scalar.tuple;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The quotients of the elements of two tuples. */
@Builtin("tupleDivide")
final class TupleDivide extends Elementwise {
    TupleDivide() {
        super("tupleDivide", "divide", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Tuple", "tupleDivide(a, b)", "The quotients of the elements of two tuples.")
                .example("SELECT tupleDivide((1, 2), (2, 4))", "(0.5,0.5)");
    }
}
