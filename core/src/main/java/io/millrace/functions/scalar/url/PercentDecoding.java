package io.millrace.functions.scalar.url;

import io.millrace.base.io.ByteSink;
import io.millrace.functions.scalar.row.RowArguments;
import io.millrace.functions.scalar.row.TextFunction;

/** Base of decodeURLComponent and decodeURLFormComponent. */
abstract class PercentDecoding extends TextFunction {
    private final boolean plusIsSpace;

    PercentDecoding(String name, boolean plusIsSpace) {
        super(name, "s");
        this.plusIsSpace = plusIsSpace;
    }

    @Override
    protected void row(RowArguments in, int row, ByteSink out) {
        byte[] bytes = in.text(0).bytes();
        int to = in.text(0).to(row);
        for (int i = in.text(0).from(row); i < to; i++) {
            boolean escape = bytes[i] == '%'
                    && i + 2 < to
                    && Character.digit(bytes[i + 1], 16) >= 0
                    && Character.digit(bytes[i + 2], 16) >= 0;
            if (escape) {
                out.putByte(Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16));
                i += 2;
            } else {
                out.putByte(plusIsSpace && bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
    }
}
