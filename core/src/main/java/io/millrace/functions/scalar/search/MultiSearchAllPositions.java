package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The position of each needle in a string, 0 where it does not occur. */
@Builtin("multiSearchAllPositions")
final class MultiSearchAllPositions extends MultiSearch {
    MultiSearchAllPositions() {
        super("multiSearchAllPositions", MultiSearch.Question.ALL_POSITIONS, Needle.Casing.EXACT, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchAllPositions(haystack, needles)",
                        "The position of each needle in a string, 0 where it does not occur.")
                .example("SELECT multiSearchAllPositions('abc', ['x', 'b'])", "[0,2]");
    }
}
