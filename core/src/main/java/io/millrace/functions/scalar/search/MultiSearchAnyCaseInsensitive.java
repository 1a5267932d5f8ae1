package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether any of the needles occurs in a string. */
@Builtin("multiSearchAnyCaseInsensitive")
final class MultiSearchAnyCaseInsensitive extends MultiSearch {
    MultiSearchAnyCaseInsensitive() {
        super("multiSearchAnyCaseInsensitive", MultiSearch.Question.ANY, Needle.Casing.ASCII, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchAnyCaseInsensitive(haystack, needles)",
                        "Whether any of the needles occurs in a string.")
                .example("SELECT multiSearchAnyCaseInsensitive('abc', ['x', 'b'])", "1");
    }
}
