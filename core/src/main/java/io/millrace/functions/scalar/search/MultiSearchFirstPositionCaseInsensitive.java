package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The leftmost position of any needle in a string, 0 if none. */
@Builtin("multiSearchFirstPositionCaseInsensitive")
final class MultiSearchFirstPositionCaseInsensitive extends MultiSearch {
    MultiSearchFirstPositionCaseInsensitive() {
        super(
                "multiSearchFirstPositionCaseInsensitive",
                MultiSearch.Question.FIRST_POSITION,
                Needle.Casing.ASCII,
                false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchFirstPositionCaseInsensitive(haystack, needles)",
                        "The leftmost position of any needle in a string, 0 if none.")
                .example("SELECT multiSearchFirstPositionCaseInsensitive('abc', ['x', 'b'])", "2");
    }
}
