package io.millrace.functions.scalar.string;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextColumns;
import io.millrace.functions.scalar.row.TextFunction;
import io.millrace.functions.scalar.row.TextView;

/** Base of leftPad, rightPad and their UTF8 forms. */
abstract class Padding extends TextFunction {
    private static final int MAX_LENGTH = 1_000_000;

    private final boolean left;
    private final boolean utf8;

    Padding(String name, boolean left, boolean utf8) {
        super(name, "si?k");
        this.left = left;
        this.utf8 = utf8;
    }

    @Override
    protected boolean mayFail() {
        return true;
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        TextView text = in.text(0);
        byte[] bytes = text.bytes();
        int from = text.from(row);
        int to = text.to(row);
        long wanted = in.number(1).at(row);
        if (wanted < 0) {
            throw new DbException(
                    ErrorCode.INDEX_OF_POSITIONAL_ARGUMENT_IS_OUT_OF_RANGE,
                    "Length of function " + name() + " must not be negative, got " + wanted);
        }
        if (wanted > MAX_LENGTH) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_STRING_SIZE,
                    "Too large padding length in function " + name() + ", maximum is: " + MAX_LENGTH);
        }
        int size = utf8 ? CodePoints.count(bytes, from, to) : to - from;
        if (wanted <= size) {
            int end = utf8 ? CodePoints.forward(bytes, from, to, wanted) : from + (int) wanted;
            out.put(bytes, from, end - from);
            return;
        }
        TextColumns.checkRoom(out, wanted * 4 + (to - from));
        if (!left) {
            out.put(bytes, from, to - from);
        }
        fill(in, row, (int) wanted - size, out);
        if (left) {
            out.put(bytes, from, to - from);
        }
    }

    private void fill(RowArguments in, int row, int count, ByteSink out) {
        if (in.count() < 3 || in.text(2).length(row) == 0) {
            for (int i = 0; i < count; i++) {
                out.putByte(' ');
            }
            return;
        }
        TextView pad = in.text(2);
        byte[] bytes = pad.bytes();
        int at = pad.from(row);
        for (int i = 0; i < count; i++) {
            int end = utf8 ? CodePoints.forward(bytes, at, pad.to(row), 1) : at + 1;
            out.put(bytes, at, end - at);
            at = end == pad.to(row) ? pad.from(row) : end;
        }
    }
}
