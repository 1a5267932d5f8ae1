package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether any of the regular expressions matches. */
@Builtin("multiMatchAny")
final class MultiMatchAny extends MultiMatch {
    MultiMatchAny() {
        super("multiMatchAny", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiMatchAny(haystack, patterns)",
                        "Whether any of the regular expressions matches.")
                .example("SELECT multiMatchAny('abc', ['x', 'b.'])", "1");
    }
}
