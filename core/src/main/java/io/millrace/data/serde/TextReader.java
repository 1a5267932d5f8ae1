package io.millrace.data.serde;

import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;

/**
 * Reads the values of one column in one style. Made once per input, {@link #bind bound} to a builder once per block, then called per row.
 * Not thread-safe.
 */
public abstract class TextReader {
    TextReader() {}

    /** The reader for a type. */
    public static TextReader of(DataType type, TextStyle style, TextOptions options) {
        return TextReaders.of(type, style, options);
    }

    /** Takes the builder that the next rows are appended to: the one of the column's type. */
    public abstract void bind(ColumnBuilder builder);

    /** Reads one value at the cursor's position and appends it. */
    public abstract void read(TextCursor in);

    /** Appends the value whose whole text is {@code bytes[from, to)}, as a cast from String does. */
    public abstract void append(byte[] bytes, int from, int to);
}
