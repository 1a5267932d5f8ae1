package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The leftmost position of any needle in a string, 0 if none. */
@Builtin("multiSearchFirstPosition")
final class MultiSearchFirstPosition extends MultiSearch {
    MultiSearchFirstPosition() {
        super("multiSearchFirstPosition", MultiSearch.Question.FIRST_POSITION, Needle.Casing.EXACT, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchFirstPosition(haystack, needles)",
                        "The leftmost position of any needle in a string, 0 if none.")
                .example("SELECT multiSearchFirstPosition('abc', ['x', 'b'])", "2");
    }
}
