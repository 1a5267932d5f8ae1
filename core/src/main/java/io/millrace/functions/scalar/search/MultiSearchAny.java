package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether any of the needles occurs in a string. */
@Builtin("multiSearchAny")
final class MultiSearchAny extends MultiSearch {
    MultiSearchAny() {
        super("multiSearchAny", MultiSearch.Question.ANY, Needle.Casing.EXACT, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchAny(haystack, needles)",
                        "Whether any of the needles occurs in a string.")
                .example("SELECT multiSearchAny('abc', ['x', 'b'])", "1");
    }
}
