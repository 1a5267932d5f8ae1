package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the last element for which a lambda is true, from 1; 0 if there is none. */
@Builtin("arrayLastIndex")
final class ArrayLastIndex extends MatchIndex {
    ArrayLastIndex() {
        super("arrayLastIndex", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayLastIndex(x -> condition, array, ...)",
                        "The number of the last element for which a lambda is true, from 1; 0 if there is none.")
                .example("SELECT arrayLastIndex(x -> x > 1, [1, 2, 3])", "3");
    }
}
