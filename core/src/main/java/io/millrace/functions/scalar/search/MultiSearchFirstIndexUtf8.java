package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the first needle in the list that occurs in a string, 0 if none. */
@Builtin("multiSearchFirstIndexUTF8")
final class MultiSearchFirstIndexUtf8 extends MultiSearch {
    MultiSearchFirstIndexUtf8() {
        super("multiSearchFirstIndexUTF8", MultiSearch.Question.FIRST_INDEX, Needle.Casing.EXACT, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchFirstIndexUTF8(haystack, needles)",
                        "The number of the first needle in the list that occurs in a string, 0 if none.")
                .example("SELECT multiSearchFirstIndexUTF8('abc', ['x', 'b'])", "2");
    }
}
