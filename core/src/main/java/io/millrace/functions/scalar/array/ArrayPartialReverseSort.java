package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The elements with the first ones up to the limit in descending order. */
@Builtin("arrayPartialReverseSort")
final class ArrayPartialReverseSort extends PartialSorting {
    ArrayPartialReverseSort() {
        super("arrayPartialReverseSort", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayPartialReverseSort([x -> f(x), ]limit, array, ...)",
                        "The elements with the first ones up to the limit in descending order.")
                .example("SELECT arraySlice(arrayPartialReverseSort(2, [5, 9, 1, 3]), 1, 2)", "[9,5]");
    }
}
