package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the first element for which a lambda is true, from 1; 0 if there is none. */
@Builtin("arrayFirstIndex")
final class ArrayFirstIndex extends MatchIndex {
    ArrayFirstIndex() {
        super("arrayFirstIndex", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayFirstIndex(x -> condition, array, ...)",
                        "The number of the first element for which a lambda is true, from 1; 0 if there is none.")
                .example("SELECT arrayFirstIndex(x -> x > 1, [1, 2, 3])", "2");
    }
}
