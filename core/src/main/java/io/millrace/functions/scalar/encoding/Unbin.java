package io.millrace.functions.scalar.encoding;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;

/** The bytes that binary digits stand for. */
@Builtin({"unbin", "UNBIN"})
final class Unbin extends TextFunction {
    Unbin() {
        super("unbin", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Encoding", "unbin(s)", "The bytes that binary digits stand for.")
                .example("SELECT unbin('01100001')", "a");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        int pending = Math.floorMod(text.length(row), 8);
        int value = 0;
        int bits = pending == 0 ? 8 : pending;
        for (int i = text.from(row); i < text.to(row); i++) {
            value = value << 1 | text.bytes()[i] & 1;
            if (--bits == 0) {
                out.putByte(value);
                value = 0;
                bits = 8;
            }
        }
    }
}
