package io.millrace.functions.scalar.tuple;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The elements of a tuple divided by a number. */
@Builtin("tupleDivideByNumber")
final class TupleDivideByNumber extends Elementwise {
    TupleDivideByNumber() {
        super("tupleDivideByNumber", "divide", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Tuple", "tupleDivideByNumber(tuple, n)", "The elements of a tuple divided by a number.")
                .example("SELECT tupleDivideByNumber((1, 2), 2)", "(0.5,1)");
    }
}
