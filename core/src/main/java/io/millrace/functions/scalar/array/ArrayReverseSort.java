package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The elements in descending order, or in that of a lambda's values; NaN and NULL last. */
@Builtin("arrayReverseSort")
final class ArrayReverseSort extends Sorting {
    ArrayReverseSort() {
        super("arrayReverseSort", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayReverseSort([x -> f(x), ]array, ...)",
                        "The elements in descending order, or in that of a lambda's values; NaN and NULL last.")
                .example("SELECT arrayReverseSort([3, 1, 2])", "[3,2,1]");
    }
}
