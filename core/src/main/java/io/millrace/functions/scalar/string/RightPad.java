package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string filled on the right to a length in bytes, or cut to it. */
@Builtin({"rightPad", "rpad", "RPAD"})
final class RightPad extends Padding {
    RightPad() {
        super("rightPad", false, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "rightPad(s, length[, pad])",
                        "The string filled on the right to a length in bytes, or cut to it.")
                .example("SELECT rightPad('abc', 5, '*')", "abc**");
    }
}
