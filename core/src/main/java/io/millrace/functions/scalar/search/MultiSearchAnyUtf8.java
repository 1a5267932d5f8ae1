package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether any of the needles occurs in a string. */
@Builtin("multiSearchAnyUTF8")
final class MultiSearchAnyUtf8 extends MultiSearch {
    MultiSearchAnyUtf8() {
        super("multiSearchAnyUTF8", MultiSearch.Question.ANY, Needle.Casing.EXACT, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiSearchAnyUTF8(haystack, needles)",
                        "Whether any of the needles occurs in a string.")
                .example("SELECT multiSearchAnyUTF8('abc', ['x', 'b'])", "1");
    }
}
