package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the first needle in the list that occurs in a string, 0 if none. */
@Builtin("multiSearchFirstIndexCaseInsensitive")
final class MultiSearchFirstIndexCaseInsensitive extends MultiSearch {
    MultiSearchFirstIndexCaseInsensitive() {
        super("multiSearchFirstIndexCaseInsensitive", MultiSearch.Question.FIRST_INDEX, Needle.Casing.ASCII, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchFirstIndexCaseInsensitive(haystack, needles)",
                        "The number of the first needle in the list that occurs in a string, 0 if none.")
                .example("SELECT multiSearchFirstIndexCaseInsensitive('abc', ['x', 'b'])", "2");
    }
}
