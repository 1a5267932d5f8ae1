package io.millrace.functions.scalar.encoding;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;

/** The bytes that hexadecimal digits stand for. */
@Builtin({"unhex", "UNHEX"})
final class Unhex extends TextFunction {
    Unhex() {
        super("unhex", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Encoding", "unhex(s)", "The bytes that hexadecimal digits stand for.")
                .example("SELECT unhex('616263')", "abc");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        int at = text.from(row);
        if (text.length(row) % 2 == 1) {
            out.putByte(digit(text.bytes()[at++]));
        }
        for (; at < text.to(row); at += 2) {
            out.putByte(digit(text.bytes()[at]) << 4 | digit(text.bytes()[at + 1]) & 0xF);
        }
    }

    private static int digit(byte b) {
        int value = Character.digit(b, 16);
        return value < 0 ? 0xFF : value;
    }
}
