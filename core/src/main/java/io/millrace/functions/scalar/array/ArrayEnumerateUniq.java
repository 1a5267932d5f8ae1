package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** For each element how often it has occurred up to here. */
@Builtin("arrayEnumerateUniq")
final class ArrayEnumerateUniq extends Enumeration {
    ArrayEnumerateUniq() {
        super("arrayEnumerateUniq");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array", "arrayEnumerateUniq(a, ...)", "For each element how often it has occurred up to here.")
                .example("SELECT arrayEnumerateUniq([10, 20, 10])", "[1,1,2]");
    }

    @Override
    void row(int[] ids, int row, int from, int to, int[] seen, int[] stamps, int[] numbers) {
        for (int i = from; i < to; i++) {
            int id = ids[i];
            seen[id] = stamps[id] == row + 1 ? seen[id] + 1 : 1;
            stamps[id] = row + 1;
            numbers[i] = seen[id];
        }
    }
}
