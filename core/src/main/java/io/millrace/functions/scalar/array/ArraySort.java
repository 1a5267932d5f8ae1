package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The elements in ascending order, or in that of a lambda's values; NaN and NULL last. */
@Builtin("arraySort")
final class ArraySort extends Sorting {
    ArraySort() {
        super("arraySort", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arraySort([x -> f(x), ]array, ...)",
                        "The elements in ascending order, or in that of a lambda's values; NaN and NULL last.")
                .example("SELECT arraySort([3, 1, 2]), arraySort(x -> -x, [3, 1, 2])", "[1,2,3]\t[3,2,1]");
    }
}
