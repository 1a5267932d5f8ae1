package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The leftmost position of any needle in a string, 0 if none. */
@Builtin("multiSearchFirstPositionUTF8")
final class MultiSearchFirstPositionUtf8 extends MultiSearch {
    MultiSearchFirstPositionUtf8() {
        super("multiSearchFirstPositionUTF8", MultiSearch.Question.FIRST_POSITION, Needle.Casing.EXACT, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchFirstPositionUTF8(haystack, needles)",
                        "The leftmost position of any needle in a string, 0 if none.")
                .example("SELECT multiSearchFirstPositionUTF8('abc', ['x', 'b'])", "2");
    }
}
