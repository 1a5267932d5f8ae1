package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The different elements that some but not all arrays have. */
@Builtin("arraySymmetricDifference")
final class ArraySymmetricDifference extends SetOperation {
    ArraySymmetricDifference() {
        super("arraySymmetricDifference");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arraySymmetricDifference(a, b, ...)",
                        "The different elements that some but not all arrays have.")
                .example("SELECT arraySort(arraySymmetricDifference([1, 2], [2, 3]))", "[1,3]");
    }

    @Override
    boolean keeps(int in, int all) {
        return in < all;
    }
}
