package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a string matches a LIKE pattern, whatever the case of letters. */
@Builtin("ilike")
final class ILike extends Patterns {
    ILike() {
        super("ilike", true, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "ilike(s, pattern)",
                        "Whether a string matches a LIKE pattern, whatever the case of letters.")
                .example("SELECT 'Hello' ILIKE 'hELLO'", "1");
    }
}
