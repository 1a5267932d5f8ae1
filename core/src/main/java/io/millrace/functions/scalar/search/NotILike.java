package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a string does not match a LIKE pattern, whatever the case of letters. */
@Builtin("notILike")
final class NotILike extends Patterns {
    NotILike() {
        super("notILike", true, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String search",
                        "notILike(s, pattern)",
                        "Whether a string does not match a LIKE pattern, whatever the case of letters.")
                .example("SELECT 'Hello' NOT ILIKE 'h%'", "0");
    }
}
