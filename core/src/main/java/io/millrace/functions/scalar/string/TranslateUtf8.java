package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.text.unicode.Utf8;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;

/** As translate, by code points. */
@Builtin("translateUTF8")
final class TranslateUtf8 extends TextFunction {
    TranslateUtf8() {
        super("translateUTF8", "skk");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("String replacement", "translateUTF8(s, from, to)", "As translate, by code points.")
                .example("SELECT translateUTF8('Münchener Straße', 'üß', 'us')", "Munchener Strase");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        int[] from = in.text(1).text(row).codePoints().toArray();
        int[] to = in.text(2).text(row).codePoints().toArray();
        if (from.length < to.length) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS, "Second argument length in function translateUTF8 is too short");
        }
        TextView text = in.text(0);
        int at = text.from(row);
        while (at < text.to(row)) {
            int point = Utf8.decode(text.bytes(), at, text.to(row));
            int length = point == Utf8.INVALID ? 1 : Utf8.length(point);
            int target = -2;
            for (int i = 0; i < from.length; i++) {
                if (from[i] == point) {
                    target = i < to.length ? to[i] : -1;
                }
            }
            if (target >= 0) {
                CodePoints.append(target, out);
            } else if (target == -2) {
                out.put(text.bytes(), at, length);
            }
            at += length;
        }
    }
}
