package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;

/** The Soundex code of a word: a letter and three digits. */
@Builtin({"soundex", "SOUNDEX"})
final class Soundex extends TextFunction {
    Soundex() {
        super("soundex", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String", "soundex(s)", "The Soundex code of a word: a letter and three digits.")
                .example("SELECT soundex('Robert')", "R163");
    }

    private static final String CODES = "01230120022455012623010202";

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        int written = 0;
        char last = '0';
        for (int i = text.from(row); i < text.to(row) && written < 4; i++) {
            int letter = text.bytes()[i] & ~0x20;
            if (letter < 'A' || letter > 'Z' || text.bytes()[i] < 0) {
                continue;
            }
            char code = CODES.charAt(letter - 'A');
            if (written == 0) {
                out.putByte(letter);
                written++;
                last = code;
            } else if (letter != 'H' && letter != 'W') {
                if (code != '0' && code != last) {
                    out.putByte(code);
                    written++;
                }
                last = code;
            }
        }
        while (written > 0 && written < 4) {
            out.putByte('0');
            written++;
        }
    }
}
