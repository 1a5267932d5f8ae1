package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a string matches a LIKE pattern: % is any text, _ one character. */
@Builtin("like")
final class Like extends Patterns {
    Like() {
        super("like", false, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "like(s, pattern)",
                        "Whether a string matches a LIKE pattern: % is any text, _ one character.")
                .example("SELECT 'Hello' LIKE '%ell_'", "1");
    }
}
