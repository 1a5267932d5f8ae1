package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The different elements that any array has. */
@Builtin("arrayUnion")
final class ArrayUnion extends SetOperation {
    ArrayUnion() {
        super("arrayUnion");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayUnion(a, b, ...)", "The different elements that any array has.")
                .example("SELECT arraySort(arrayUnion([1, 2], [2, 3]))", "[1,2,3]");
    }

    @Override
    boolean keeps(int in, int all) {
        return true;
    }
}
