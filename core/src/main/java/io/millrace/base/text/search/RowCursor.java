package io.millrace.base.text.search;

/**
 * The walk from hits in a whole arena to the rows that own them.
 *
 * <p>A column is searched as one run of bytes because most rows hold no hit: per-row calls would cost more than the search.
 */
final class RowCursor {
    private RowCursor() {}

    /** Sets the bits of rows with a hit of {@code length} bytes; a hit that straddles two rows is no hit. */
    static void matchRows(Substring needle, int length, byte[] arena, int[] offsets, int rows, long[] bitmap) {
        if (rows == 0) {
            return;
        }
        int end = offsets[rows];
        int row = 0;
        int hit = needle.indexOf(arena, offsets[0], end);
        while (hit >= 0) {
            row = rowOf(offsets, row, rows, hit);
            int rowEnd = offsets[row + 1];
            int next;
            if (hit + length <= rowEnd) {
                bitmap[row >> 6] |= 1L << row;
                next = rowEnd;
            } else {
                next = hit + 1;
            }
            hit = needle.indexOf(arena, next, end);
        }
    }

    /** The row that holds the byte at {@code position}: gallops ahead from {@code row}, then halves. */
    static int rowOf(int[] offsets, int row, int rows, int position) {
        int step = 1;
        int low = row;
        while (low + step < rows && offsets[low + step] <= position) {
            low += step;
            step <<= 1;
        }
        int high = Math.min(low + step, rows);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (offsets[middle] <= position) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
