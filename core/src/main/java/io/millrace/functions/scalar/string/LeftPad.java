package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string filled on the left to a length in bytes, or cut to it. */
@Builtin({"leftPad", "lpad", "LPAD"})
final class LeftPad extends Padding {
    LeftPad() {
        super("leftPad", true, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "leftPad(s, length[, pad])",
                        "The string filled on the left to a length in bytes, or cut to it.")
                .example("SELECT leftPad('7', 3, '0')", "007");
    }
}
