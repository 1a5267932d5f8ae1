package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether any of the needles occurs in a string. */
@Builtin("multiSearchAnyCaseInsensitiveUTF8")
final class MultiSearchAnyCaseInsensitiveUtf8 extends MultiSearch {
    MultiSearchAnyCaseInsensitiveUtf8() {
        super("multiSearchAnyCaseInsensitiveUTF8", MultiSearch.Question.ANY, Needle.Casing.UNICODE, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchAnyCaseInsensitiveUTF8(haystack, needles)",
                        "Whether any of the needles occurs in a string.")
                .example("SELECT multiSearchAnyCaseInsensitiveUTF8('abc', ['x', 'b'])", "1");
    }
}
