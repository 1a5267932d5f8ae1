package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.Locale;

/** All letters in upper case. */
@Builtin("upperUTF8")
final class UpperUtf8 extends UnicodeCase {
    UpperUtf8() {
        super("upperUTF8");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "upperUTF8(s)", "All letters in upper case.")
                .example("SELECT upperUTF8('münchen')", "MÜNCHEN");
    }

    @Override
    String change(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
