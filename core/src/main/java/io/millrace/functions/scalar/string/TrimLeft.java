package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string without spaces (or any of the characters) at its begin. */
@Builtin({"trimLeft", "ltrim"})
final class TrimLeft extends Trimming {
    TrimLeft() {
        super("trimLeft", true, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "trimLeft(s[, characters])",
                        "The string without spaces (or any of the characters) at its begin.")
                .example("SELECT trimLeft('  a')", "a");
    }
}
