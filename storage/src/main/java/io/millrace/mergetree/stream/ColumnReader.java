package io.millrace.mergetree.stream;

import io.millrace.data.column.Column;

/**
 * Decodes one column (or a part of one: the elements of an array) from its streams. The walk is: {@link #begin}, then any number of {@link #seek} and
 * {@link #read} in ascending order, then {@link #finish}, which gives all rows read since {@code begin}; and again.
 *
 * <p>Rows must be read from the beginning of a granule on after a seek; reading on without a seek continues where the last read ended. Not thread-safe.
 */
public abstract class ColumnReader {
    ColumnReader() {}

    /** Starts an empty column for about so many rows. */
    public abstract void begin(int expectedRows);

    /** Goes to the beginning of a granule. */
    public abstract void seek(int mark);

    /** Reads what Compact parts repeat before each granule; called after {@link #seek}. */
    public void prefix() {}

    /** Reads the next rows behind those read before. */
    public abstract void read(int rows);

    /** The rows read since {@link #begin}. */
    public abstract Column finish();

    /**
     * Takes back what {@link #finish} gave, when nobody reads it any more: the next column may then be read into the same arrays, which spares fresh memory
     * that no cache knows. Columns that this reader did not give last are left alone.
     */
    public void recycle(Column column) {}
}
