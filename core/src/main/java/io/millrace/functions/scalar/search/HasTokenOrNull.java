package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** As hasToken, NULL if the token is none. */
@Builtin("hasTokenOrNull")
final class HasTokenOrNull extends TokenFunction {
    HasTokenOrNull() {
        super("hasTokenOrNull", Needle.Casing.EXACT, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search", "hasTokenOrNull(haystack, token)", "As hasToken, NULL if the token is none.")
                .example("SELECT hasTokenOrNull('a b', 'a b')", "\\N");
    }
}
