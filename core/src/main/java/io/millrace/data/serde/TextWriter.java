package io.millrace.data.serde;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;

/**
 * Writes the values of one column in one style. Made once per query, {@link #bind bound} to the column once per block, then called per row.
 * Not thread-safe.
 */
public abstract class TextWriter {
    TextWriter() {}

    /** The writer for a type. */
    public static TextWriter of(DataType type, TextStyle style, TextOptions options) {
        return TextWriters.of(type, style, options);
    }

    /** A writer of each value's raw text as a JSON string, whatever the type. */
    public static TextWriter jsonString(DataType type, TextOptions options) {
        return TextWriters.jsonKey(type, options);
    }

    /** Takes the column whose rows are written next; constants and dictionaries of plain types are unpacked. */
    public abstract void bind(Column column);

    /** Appends the text of the value in a row of the column bound last. */
    public abstract void write(int row, ByteSink out);

    static <C extends Column> C cast(Class<C> layout, Column column) {
        Column plain = layout.isInstance(column) ? column : column.plain();
        if (!layout.isInstance(plain)) {
            throw DbException.bug("Expected a " + layout.getSimpleName() + ", got a "
                    + column.getClass().getSimpleName());
        }
        return layout.cast(plain);
    }
}
