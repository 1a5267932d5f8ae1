package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The different elements, without NULL, in the order of their first occurrence. */
@Builtin("arrayDistinct")
final class ArrayDistinct extends Deduplication {
    ArrayDistinct() {
        super("arrayDistinct");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayDistinct(array)",
                        "The different elements, without NULL, in the order of their first occurrence.")
                .example("SELECT arrayDistinct([1, 2, 2, 3, 1])", "[1,2,3]");
    }

    @Override
    void row(int[] ids, int nullId, int from, int to, int[] seen, int stamp, Positions out) {
        for (int i = from; i < to; i++) {
            if (seen[ids[i]] != stamp && ids[i] != nullId) {
                seen[ids[i]] = stamp;
                out.add(i);
            }
        }
    }
}
