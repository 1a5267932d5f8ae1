package io.millrace.mergetree.stream;

import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;

/** Strings with a stream of their lengths: lengths become offsets, then all bytes are copied at once into the arena. */
final class StringReader extends ColumnReader {
    private final StreamReader sizes;
    private final StreamReader chars;
    private StringColumn.Builder builder = new StringColumn.Builder(0);
    private long[] lengths = new long[0];
    /** Bytes per row seen so far, to size the next arena. */
    private double meanBytes = 16;

    StringReader(StreamReader sizes, StreamReader chars) {
        this.sizes = sizes;
        this.chars = chars;
    }

    @Override
    public void begin(int expectedRows) {
        builder = new StringColumn.Builder(expectedRows, (long) (expectedRows * meanBytes * 1.1) + 64);
    }

    @Override
    public void seek(int mark) {
        sizes.seekMark(mark);
        chars.seekMark(mark);
    }

    @Override
    public void read(int rows) {
        if (lengths.length < rows) {
            lengths = new long[rows];
        }
        sizes.getLongs(lengths, 0, rows);
        long total = 0;
        for (int i = 0; i < rows; i++) {
            total += StreamReader.checkedSize(lengths[i]);
        }
        int bytes = StreamReader.checkedSize(total);
        int end = builder.ensureBytes(bytes);
        chars.get(builder.array(), end, bytes);
        for (int i = 0; i < rows; i++) {
            end += (int) lengths[i];
            builder.endRow(end);
        }
        if (rows > 0) {
            meanBytes = meanBytes * 0.5 + 0.5 * bytes / rows;
        }
    }

    @Override
    public Column finish() {
        return builder.build();
    }
}
