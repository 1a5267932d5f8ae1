package io.millrace.functions.scalar.string;

import io.millrace.base.io.ByteSink;
import io.millrace.base.text.unicode.Utf8;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;

/** Base of lowerUTF8 and upperUTF8: code points change one by one, bytes that are not UTF-8 stay. */
abstract class UnicodeCase extends TextFunction {
    UnicodeCase(String name) {
        super(name, "s");
    }

    abstract String change(String text);

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        if (Utf8.isValid(text.bytes(), text.from(row), text.to(row))) {
            out.putText(change(text.text(row)));
            return;
        }
        int at = text.from(row);
        int to = text.to(row);
        while (at < to) {
            int point = Utf8.decode(text.bytes(), at, to);
            if (point == Utf8.INVALID) {
                out.putText("\uFFFD");
                at++;
            } else {
                out.putText(change(Character.toString(point)));
                at += Utf8.length(point);
            }
        }
    }
}
