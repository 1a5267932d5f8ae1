package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;

/** The string with the bytes of from replaced by those of to; bytes without a partner are removed. */
@Builtin("translate")
final class Translate extends TextFunction {
    Translate() {
        super("translate", "skk");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String replacement",
                        "translate(s, from, to)",
                        "The string with the bytes of from replaced by those of to; bytes without a partner are "
                                + "removed.")
                .example("SELECT translate('Hello', 'el', 'ip')", "Hippo");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        int[] map = new int[256];
        for (int i = 0; i < 256; i++) {
            map[i] = i;
        }
        byte[] from = in.text(1).copy(row);
        byte[] to = in.text(2).copy(row);
        if (from.length < to.length) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "Second argument length in function translate is too short");
        }
        for (int i = 0; i < from.length; i++) {
            if (from[i] < 0 || i < to.length && to[i] < 0) {
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS,
                        "Non-ASCII characters are not supported by function translate; use translateUTF8");
            }
            map[from[i]] = i < to.length ? to[i] : -1;
        }
        for (int i = text.from(row); i < text.to(row); i++) {
            int target = map[text.bytes()[i] & 0xFF];
            if (target >= 0) {
                out.putByte(target);
            }
        }
    }
}
