package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** How many different elements an array has, or tuples of elements several arrays. */
@Builtin("arrayUniq")
final class ArrayUniq extends Enumeration {
    ArrayUniq() {
        super("arrayUniq");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayUniq(a, ...)",
                        "How many different elements an array has, or tuples of elements several arrays.")
                .example("SELECT arrayUniq([1, 2, 2])", "2");
    }

    @Override
    boolean perRow() {
        return true;
    }

    @Override
    void row(int[] ids, int row, int from, int to, int[] seen, int[] stamps, int[] numbers) {
        for (int i = from; i < to; i++) {
            numbers[row] += stamps[ids[i]] == row + 1 ? 0 : 1;
            stamps[ids[i]] = row + 1;
        }
    }
}
