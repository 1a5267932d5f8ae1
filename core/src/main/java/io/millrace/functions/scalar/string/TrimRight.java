package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string without spaces (or any of the characters) at its end. */
@Builtin({"trimRight", "rtrim"})
final class TrimRight extends Trimming {
    TrimRight() {
        super("trimRight", false, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "trimRight(s[, characters])",
                        "The string without spaces (or any of the characters) at its end.")
                .example("SELECT trimRight('a--', '-')", "a");
    }
}
