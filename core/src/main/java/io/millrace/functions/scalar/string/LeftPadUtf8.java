package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string filled on the left to a length in code points, or cut to it. */
@Builtin("leftPadUTF8")
final class LeftPadUtf8 extends Padding {
    LeftPadUtf8() {
        super("leftPadUTF8", true, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "leftPadUTF8(s, length[, pad])",
                        "The string filled on the left to a length in code points, or cut to it.")
                .example("SELECT leftPadUTF8('é', 3, '·')", "··é");
    }
}
