package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** For each element the number of its value in the order of first occurrence. */
@Builtin("arrayEnumerateDense")
final class ArrayEnumerateDense extends Enumeration {
    ArrayEnumerateDense() {
        super("arrayEnumerateDense");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayEnumerateDense(a, ...)",
                        "For each element the number of its value in the order of first occurrence.")
                .example("SELECT arrayEnumerateDense([10, 20, 10, 30])", "[1,2,1,3]");
    }

    @Override
    void row(int[] ids, int row, int from, int to, int[] seen, int[] stamps, int[] numbers) {
        int next = 0;
        for (int i = from; i < to; i++) {
            int id = ids[i];
            seen[id] = stamps[id] == row + 1 ? seen[id] : ++next;
            stamps[id] = row + 1;
            numbers[i] = seen[id];
        }
    }
}
