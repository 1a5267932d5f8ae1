package io.millrace.formats;

import io.millrace.data.column.Bitmaps;
import java.util.Arrays;

/** Marks the values of a block that hold a type's default only because the input had none. Not thread-safe while it is filled. */
public final class DefaultedCells {
    /** Nothing is marked. */
    public static final DefaultedCells NONE = new DefaultedCells(0);

    private final long[][] bitmaps;

    public DefaultedCells(int columns) {
        bitmaps = new long[columns][0];
    }

    /** Notes that the input had no value for a column in a row. */
    public void mark(int column, int row) {
        if (row >>> 6 >= bitmaps[column].length) {
            bitmaps[column] = Arrays.copyOf(bitmaps[column], Math.max(16, Bitmaps.words(row + 1) * 2));
        }
        Bitmaps.set(bitmaps[column], row);
    }

    /** Whether any value of a column is marked. */
    public boolean any(int column) {
        return column < bitmaps.length && bitmaps[column].length > 0;
    }

    public boolean get(int column, int row) {
        return column < bitmaps.length && row >>> 6 < bitmaps[column].length && Bitmaps.get(bitmaps[column], row);
    }
}
