package io.millrace.functions.scalar.search;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a string does not match a LIKE pattern. */
@Builtin("notLike")
final class NotLike extends Patterns {
    NotLike() {
        super("notLike", false, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String search", "notLike(s, pattern)", "Whether a string does not match a LIKE pattern.")
                .example("SELECT 'Hello' NOT LIKE '%x%'", "1");
    }
}
