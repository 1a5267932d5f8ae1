package io.millrace.mergetree.stream;

import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;

/** Strings of older parts: each one's length stands before its bytes in the same stream. */
final class InlineStringReader extends ColumnReader {
    private final StreamReader stream;
    private StringColumn.Builder builder = new StringColumn.Builder(0);

    InlineStringReader(StreamReader stream) {
        this.stream = stream;
    }

    @Override
    public void begin(int expectedRows) {
        builder = new StringColumn.Builder(expectedRows);
    }

    @Override
    public void seek(int mark) {
        stream.seekMark(mark);
    }

    @Override
    public void read(int rows) {
        for (int row = 0; row < rows; row++) {
            int length = stream.getSize();
            int at = builder.ensureBytes(length);
            stream.get(builder.array(), at, length);
            builder.endRow(at + length);
        }
    }

    @Override
    public Column finish() {
        return builder.build();
    }
}
