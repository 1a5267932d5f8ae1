package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.base.text.unicode.Utf8;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;

/** The string with each run of invalid bytes replaced by U+FFFD. */
@Builtin("toValidUTF8")
final class ToValidUtf8 extends TextFunction {
    ToValidUtf8() {
        super("toValidUTF8", "s");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String", "toValidUTF8(s)", "The string with each run of invalid bytes replaced by U+FFFD.")
                .example("SELECT toValidUTF8('a\\xFFb')", "a�b");
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        int at = text.from(row);
        boolean invalid = false;
        while (at < text.to(row)) {
            int point = Utf8.decode(text.bytes(), at, text.to(row));
            if (point == Utf8.INVALID) {
                if (!invalid) {
                    out.putText("\uFFFD");
                }
                at++;
            } else {
                out.put(text.bytes(), at, Utf8.length(point));
                at += Utf8.length(point);
            }
            invalid = point == Utf8.INVALID;
        }
    }
}
