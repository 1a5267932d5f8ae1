package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.Locale;

/** All letters in lower case. */
@Builtin("lowerUTF8")
final class LowerUtf8 extends UnicodeCase {
    LowerUtf8() {
        super("lowerUTF8");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "lowerUTF8(s)", "All letters in lower case.")
                .example("SELECT lowerUTF8('MÜNCHEN')", "münchen");
    }

    @Override
    String change(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
