package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.data.column.Column;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.StringColumn;

/**
 * String and FixedString columns seen alike; zero bytes at the end of a FixedString do not count.
 *
 * @param offsets row boundaries of a String column, empty for a FixedString
 * @param width of a FixedString
 */
record TextRows(byte[] bytes, int[] offsets, int width) {
    static TextRows of(Column column) {
        return switch (column) {
            case StringColumn s -> new TextRows(s.bytes(), s.offsets(), 0);
            case FixedColumn f -> new TextRows(f.bytes(), new int[0], f.width());
            default ->
                throw DbException.bug(
                        "Expected strings, got a " + column.getClass().getSimpleName());
        };
    }

    int from(int row) {
        return offsets.length > 0 ? offsets[row] : row * width;
    }

    int length(int row) {
        if (offsets.length > 0) {
            return offsets[row + 1] - offsets[row];
        }
        int length = width;
        while (length > 0 && bytes[row * width + length - 1] == 0) {
            length--;
        }
        return length;
    }
}
