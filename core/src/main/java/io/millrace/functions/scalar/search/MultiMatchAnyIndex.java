package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of a regular expression that matches, 0 if none. */
@Builtin("multiMatchAnyIndex")
final class MultiMatchAnyIndex extends MultiMatch {
    MultiMatchAnyIndex() {
        super("multiMatchAnyIndex", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "multiMatchAnyIndex(haystack, patterns)",
                        "The number of a regular expression that matches, 0 if none.")
                .example("SELECT multiMatchAnyIndex('abc', ['x', 'b.'])", "2");
    }
}
