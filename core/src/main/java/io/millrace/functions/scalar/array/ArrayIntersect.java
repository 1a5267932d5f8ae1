package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The different elements that all arrays have. */
@Builtin("arrayIntersect")
final class ArrayIntersect extends SetOperation {
    ArrayIntersect() {
        super("arrayIntersect");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayIntersect(a, b, ...)", "The different elements that all arrays have.")
                .example("SELECT arrayIntersect([1, 2, 3], [3, 1, 5])", "[1,3]");
    }

    @Override
    boolean keeps(int in, int all) {
        return in == all;
    }
}
