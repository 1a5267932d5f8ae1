package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.Arrays;

/** Whether the elements of one array stand in another side by side in the same order. */
@Builtin("hasSubstr")
final class HasSubstr extends ArrayComparison {
    HasSubstr() {
        super("hasSubstr");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "hasSubstr(array, part)",
                        "Whether the elements of one array stand in another side by side in the same order.")
                .example("SELECT hasSubstr([1, 2, 3, 4], [2, 3])", "1");
    }

    @Override
    boolean answer(int[] ids, int from, int to, int otherFrom, int otherTo) {
        int length = otherTo - otherFrom;
        for (int i = from; i + length <= to; i++) {
            if (Arrays.equals(ids, i, i + length, ids, otherFrom, otherTo)) {
                return true;
            }
        }
        return false;
    }
}
