package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** As hasTokenCaseInsensitive, NULL if the token is none. */
@Builtin({"hasTokenCaseInsensitiveOrNull", "HASTOKENCASEINSENSITIVEORNULL"})
final class HasTokenCaseInsensitiveOrNull extends TokenFunction {
    HasTokenCaseInsensitiveOrNull() {
        super("hasTokenCaseInsensitiveOrNull", Needle.Casing.ASCII, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "hasTokenCaseInsensitiveOrNull(haystack, token)",
                        "As hasTokenCaseInsensitive, NULL if the token is none.")
                .example("SELECT hasTokenCaseInsensitiveOrNull('A b', 'a')", "1");
    }
}
