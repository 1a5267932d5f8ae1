package io.millrace.functions.scalar.string;

import io.millrace.base.io.ByteSink;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;
import java.util.Arrays;

/** Base of replaceOne and replaceAll. */
abstract class Replacing extends TextFunction {
    private final boolean all;

    Replacing(String name, boolean all) {
        super(name, "sss");
        this.all = all;
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        TextView pattern = in.text(1);
        byte[] bytes = text.bytes();
        int at = text.from(row);
        int to = text.to(row);
        int length = pattern.length(row);
        int from = pattern.from(row);
        for (int i = at; length > 0 && i + length <= to; ) {
            boolean hit = bytes[i] == pattern.bytes()[from]
                    && Arrays.equals(bytes, i, i + length, pattern.bytes(), from, from + length);
            if (!hit) {
                i++;
                continue;
            }
            out.put(bytes, at, i - at);
            in.text(2).appendTo(row, out);
            i += length;
            at = i;
            if (!all) {
                break;
            }
        }
        out.put(bytes, at, to - at);
    }
}
