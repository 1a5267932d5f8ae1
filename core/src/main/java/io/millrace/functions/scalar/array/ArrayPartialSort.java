package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The elements with the first ones up to the limit in ascending order. */
@Builtin("arrayPartialSort")
final class ArrayPartialSort extends PartialSorting {
    ArrayPartialSort() {
        super("arrayPartialSort", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayPartialSort([x -> f(x), ]limit, array, ...)",
                        "The elements with the first ones up to the limit in ascending order.")
                .example("SELECT arraySlice(arrayPartialSort(2, [5, 9, 1, 3]), 1, 2)", "[1,3]");
    }
}
