package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;

/** The first letter of each word in upper case, the other letters in lower case (ASCII). */
@Builtin({"initcap", "INITCAP"})
final class Initcap extends TextFunction {
    Initcap() {
        super("initcap", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "initcap(s)",
                        "The first letter of each word in upper case, the other letters in lower case (ASCII).")
                .example("SELECT initcap('hello wORLD')", "Hello World");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        byte[] bytes = in.text(0).bytes();
        boolean inWord = false;
        for (int i = in.text(0).from(row); i < in.text(0).to(row); i++) {
            byte b = bytes[i];
            boolean letter = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
            boolean alphanumeric = letter || b >= '0' && b <= '9';
            out.putByte(letter ? inWord ? b | 0x20 : b & ~0x20 : b);
            inWord = alphanumeric;
        }
    }
}
