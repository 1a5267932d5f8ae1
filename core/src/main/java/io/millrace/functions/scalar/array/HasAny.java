package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether two arrays have an element in common. */
@Builtin("hasAny")
final class HasAny extends ArrayComparison {
    HasAny() {
        super("hasAny");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "hasAny(a, b)", "Whether two arrays have an element in common.")
                .example("SELECT hasAny([1, 2], [2, 3])", "1");
    }

    @Override
    boolean answer(int[] ids, int from, int to, int otherFrom, int otherTo) {
        for (int i = otherFrom; i < otherTo; i++) {
            if (contains(ids, from, to, ids[i])) {
                return true;
            }
        }
        return false;
    }
}
