package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a token stands in a string as a word of its own. */
@Builtin("hasToken")
final class HasToken extends TokenFunction {
    HasToken() {
        super("hasToken", Needle.Casing.EXACT, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "hasToken(haystack, token)",
                        "Whether a token stands in a string as a word of its own.")
                .example("SELECT hasToken('Hello, world', 'world'), hasToken('Hello', 'ell')", "1\t0");
    }
}
