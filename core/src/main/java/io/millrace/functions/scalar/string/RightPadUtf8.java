package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string filled on the right to a length in code points, or cut to it. */
@Builtin("rightPadUTF8")
final class RightPadUtf8 extends Padding {
    RightPadUtf8() {
        super("rightPadUTF8", false, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "rightPadUTF8(s, length[, pad])",
                        "The string filled on the right to a length in code points, or cut to it.")
                .example("SELECT rightPadUTF8('é', 3, '·')", "é··");
    }
}
