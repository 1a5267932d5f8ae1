package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The numbers from 1 to the array's size. */
@Builtin("arrayEnumerate")
final class ArrayEnumerate extends Enumeration {
    ArrayEnumerate() {
        super("arrayEnumerate");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayEnumerate(array)", "The numbers from 1 to the array's size.")
                .example("SELECT arrayEnumerate(['a', 'b'])", "[1,2]");
    }

    @Override
    void row(int[] ids, int row, int from, int to, int[] seen, int[] stamps, int[] numbers) {
        for (int i = from; i < to; i++) {
            numbers[i] = i - from + 1;
        }
    }
}
