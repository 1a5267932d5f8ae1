package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The leftmost position of any needle in a string, 0 if none. */
@Builtin("multiSearchFirstPositionCaseInsensitiveUTF8")
final class MultiSearchFirstPositionCaseInsensitiveUtf8 extends MultiSearch {
    MultiSearchFirstPositionCaseInsensitiveUtf8() {
        super(
                "multiSearchFirstPositionCaseInsensitiveUTF8",
                MultiSearch.Question.FIRST_POSITION,
                Needle.Casing.UNICODE,
                true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchFirstPositionCaseInsensitiveUTF8(haystack, needles)",
                        "The leftmost position of any needle in a string, 0 if none.")
                .example("SELECT multiSearchFirstPositionCaseInsensitiveUTF8('abc', ['x', 'b'])", "2");
    }
}
