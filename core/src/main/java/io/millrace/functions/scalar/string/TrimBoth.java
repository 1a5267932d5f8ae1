package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string without spaces (or any of the characters) at both ends. */
@Builtin({"trimBoth", "trim"})
final class TrimBoth extends Trimming {
    TrimBoth() {
        super("trimBoth", true, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "trimBoth(s[, characters])",
                        "The string without spaces (or any of the characters) at both ends.")
                .example("SELECT trimBoth('  a  ')", "a");
    }
}
