package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The array split before each element for which a lambda is true. */
@Builtin("arraySplit")
final class ArraySplit extends SplitArrays {
    ArraySplit() {
        super("arraySplit", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arraySplit(x -> condition, array, ...)",
                        "The array split before each element for which a lambda is true.")
                .example("SELECT arraySplit(x -> x = 3, [1, 2, 3, 4])", "[[1,2],[3,4]]");
    }
}
