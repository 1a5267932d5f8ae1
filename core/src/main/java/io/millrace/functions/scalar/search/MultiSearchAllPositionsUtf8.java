package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The position of each needle in a string, 0 where it does not occur. */
@Builtin("multiSearchAllPositionsUTF8")
final class MultiSearchAllPositionsUtf8 extends MultiSearch {
    MultiSearchAllPositionsUtf8() {
        super("multiSearchAllPositionsUTF8", MultiSearch.Question.ALL_POSITIONS, Needle.Casing.EXACT, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchAllPositionsUTF8(haystack, needles)",
                        "The position of each needle in a string, 0 where it does not occur.")
                .example("SELECT multiSearchAllPositionsUTF8('abc', ['x', 'b'])", "[0,2]");
    }
}
