package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the first needle in the list that occurs in a string, 0 if none. */
@Builtin("multiSearchFirstIndex")
final class MultiSearchFirstIndex extends MultiSearch {
    MultiSearchFirstIndex() {
        super("multiSearchFirstIndex", MultiSearch.Question.FIRST_INDEX, Needle.Casing.EXACT, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchFirstIndex(haystack, needles)",
                        "The number of the first needle in the list that occurs in a string, 0 if none.")
                .example("SELECT multiSearchFirstIndex('abc', ['x', 'b'])", "2");
    }
}
