package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a string ends with another. */
@Builtin({"endsWith", "endsWithUTF8"})
final class EndsWith extends Affixes {
    EndsWith() {
        super("endsWith", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "endsWith(s, suffix)", "Whether a string ends with another.")
                .example("SELECT endsWith('hello', 'lo')", "1");
    }
}
