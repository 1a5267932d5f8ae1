package io.millrace.mergetree.stream;

import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;
import java.util.Optional;

/** Strings with a stream of their lengths: lengths become offsets, then all bytes are copied at once into the arena. */
final class StringReader extends ColumnReader {
    private final StreamReader sizes;
    private final StreamReader chars;
    private StringColumn.Builder builder = new StringColumn.Builder(0);
    private long[] lengths = new long[0];
    /** Bytes per row seen so far, to size the next arena. */
    private double meanBytes = 16;

    private Optional<Column> given = Optional.empty();
    private boolean reusable;

    StringReader(StreamReader sizes, StreamReader chars) {
        this.sizes = sizes;
        this.chars = chars;
    }

    @Override
    public void begin(int expectedRows) {
        if (reusable) {
            builder.truncate(0);
            reusable = false;
        } else {
            builder = new StringColumn.Builder(expectedRows, (long) (expectedRows * meanBytes * 1.1) + 64);
        }
        given = Optional.empty();
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
        int at = builder.ensureBytes(bytes);
        chars.get(builder.array(), at, bytes);
        builder.endRows(lengths, rows);
        if (rows > 0) {
            meanBytes = meanBytes * 0.5 + 0.5 * bytes / rows;
        }
    }

    @Override
    public Column finish() {
        Column column = builder.build();
        given = Optional.of(column);
        return column;
    }

    @Override
    public void recycle(Column column) {
        reusable |= given.isPresent() && given.get() == column;
    }
}
