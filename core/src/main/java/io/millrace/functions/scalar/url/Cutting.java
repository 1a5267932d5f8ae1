package io.millrace.functions.scalar.url;

import io.millrace.base.io.ByteSink;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;

/** Base of functions that give a URL without a part. */
abstract class Cutting extends TextFunction {
    Cutting(String name) {
        super(name, "s");
    }

    /** The part that is cut out as {@code begin << 32 | end}. */
    abstract long cut(byte[] bytes, int from, int to);

    @Override
    protected final void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        long part = cut(text.bytes(), text.from(row), text.to(row));
        int begin = (int) (part >>> 32);
        int end = (int) part;
        out.put(text.bytes(), text.from(row), begin - text.from(row));
        out.put(text.bytes(), end, text.to(row) - end);
    }

    static long bounds(int begin, int end) {
        return (long) begin << 32 | end;
    }
}
