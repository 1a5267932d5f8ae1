package io.millrace.mergetree.write;

import io.millrace.data.column.Column;

/** The rows of one column of a new part, from the first to the last. Not thread-safe. */
public interface ColumnFeed {
    /** The next {@code rows} rows, which are there; in the layout of the column's type. */
    Column next(int rows);
}
