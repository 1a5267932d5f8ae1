package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a string begins with another. */
@Builtin({"startsWith", "startsWithUTF8"})
final class StartsWith extends Affixes {
    StartsWith() {
        super("startsWith", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "startsWith(s, prefix)", "Whether a string begins with another.")
                .example("SELECT startsWith('hello', 'he')", "1");
    }
}
