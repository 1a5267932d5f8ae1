package io.millrace.functions.scalar.row;

import io.millrace.base.io.ByteSink;

/** Base of functions whose answer is a part of their first argument. */
public abstract class SliceFunction extends TextFunction {
    protected SliceFunction(String name, String signature) {
        super(name, signature);
    }

    /** The part of {@code bytes[from, to)} as {@code begin << 32 | end}; see {@link #part}. */
    protected abstract long slice(RowArguments in, int row, byte[] bytes, int from, int to);

    /** Packs the bounds of a part. */
    protected static long part(int begin, int end) {
        return (long) begin << 32 | end;
    }

    @Override
    protected final void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        long part = slice(in, row, text.bytes(), text.from(row), text.to(row));
        int begin = (int) (part >>> 32);
        int end = (int) part;
        if (end > begin) {
            out.put(text.bytes(), begin, end - begin);
        }
    }
}
