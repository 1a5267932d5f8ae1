package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the first needle in the list that occurs in a string, 0 if none. */
@Builtin("multiSearchFirstIndexCaseInsensitiveUTF8")
final class MultiSearchFirstIndexCaseInsensitiveUtf8 extends MultiSearch {
    MultiSearchFirstIndexCaseInsensitiveUtf8() {
        super(
                "multiSearchFirstIndexCaseInsensitiveUTF8",
                MultiSearch.Question.FIRST_INDEX,
                Needle.Casing.UNICODE,
                true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchFirstIndexCaseInsensitiveUTF8(haystack, needles)",
                        "The number of the first needle in the list that occurs in a string, 0 if none.")
                .example("SELECT multiSearchFirstIndexCaseInsensitiveUTF8('abc', ['x', 'b'])", "2");
    }
}
