package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The array split behind each element for which a lambda is true. */
@Builtin("arrayReverseSplit")
final class ArrayReverseSplit extends SplitArrays {
    ArrayReverseSplit() {
        super("arrayReverseSplit", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayReverseSplit(x -> condition, array, ...)",
                        "The array split behind each element for which a lambda is true.")
                .example("SELECT arrayReverseSplit(x -> x = 3, [1, 2, 3, 4])", "[[1,2,3],[4]]");
    }
}
