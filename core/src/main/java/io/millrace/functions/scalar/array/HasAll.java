package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether one array has all elements of another. */
@Builtin("hasAll")
final class HasAll extends ArrayComparison {
    HasAll() {
        super("hasAll");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "hasAll(set, subset)", "Whether one array has all elements of another.")
                .example("SELECT hasAll([1, 2, 3], [3, 1])", "1");
    }

    @Override
    boolean answer(int[] ids, int from, int to, int otherFrom, int otherTo) {
        for (int i = otherFrom; i < otherTo; i++) {
            if (!contains(ids, from, to, ids[i])) {
                return false;
            }
        }
        return true;
    }
}
