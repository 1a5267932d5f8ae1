package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** As hasToken, whatever the case of letters. */
@Builtin({"hasTokenCaseInsensitive", "HASTOKENCASEINSENSITIVE"})
final class HasTokenCaseInsensitive extends TokenFunction {
    HasTokenCaseInsensitive() {
        super("hasTokenCaseInsensitive", Needle.Casing.ASCII, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "hasTokenCaseInsensitive(haystack, token)",
                        "As hasToken, whatever the case of letters.")
                .example("SELECT hasTokenCaseInsensitive('Hello, World', 'world')", "1");
    }
}
