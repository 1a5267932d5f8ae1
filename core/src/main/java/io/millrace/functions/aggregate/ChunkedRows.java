package io.millrace.functions.aggregate;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import java.util.Arrays;

/**
 * Rows of any type collected per group: all rows in one growing column, and for each group a chain of row numbers. Appending costs no object. Owned by one
 * thread.
 */
public final class ChunkedRows {
    private final ColumnBuilder rows;
    private int[] next = new int[16];
    private int[] first = {};
    private int[] last = {};
    private int[] counts = {};

    public ChunkedRows(DataType type) {
        rows = ColumnBuilder.of(type, 16);
    }

    public void resize(int groups) {
        int old = counts.length;
        if (groups > old) {
            int capacity = Growth.capacity(old, groups);
            counts = Arrays.copyOf(counts, capacity);
            first = Arrays.copyOf(first, capacity);
            last = Arrays.copyOf(last, capacity);
        }
    }

    public int count(int group) {
        return counts[group];
    }

    /** The builder to append the next row to before {@link #link}. */
    public ColumnBuilder builder() {
        return rows;
    }

    /** Gives the row just appended to a group. */
    public void link(int group) {
        int row = rows.rows() - 1;
        if (row >= next.length) {
            next = Arrays.copyOf(next, Growth.capacity(next.length, row + 1));
        }
        if (counts[group]++ == 0) {
            first[group] = row;
        } else {
            next[last[group]] = row;
        }
        last[group] = row;
    }

    /** Appends a value to the list of a group. */
    public void append(int group, Column source, int row) {
        rows.append(source, row);
        link(group);
    }

    /** The row numbers of a group in order. */
    public int[] rowsOf(int group) {
        int[] result = new int[counts[group]];
        int row = first[group];
        for (int i = 0; i < result.length; i++) {
            result[i] = row;
            row = next[row];
        }
        return result;
    }

    /** What was collected for groups {@code from} to {@code to} (exclusive), as arrays. */
    public ArrayColumn arrays(Column all, int from, int to) {
        int[] offsets = new int[to - from + 1];
        long total = 0;
        for (int g = from; g < to; g++) {
            total += counts[g];
            offsets[g - from + 1] = (int) total;
        }
        if (total > Integer.MAX_VALUE - 64) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_ARRAY_SIZE,
                    "The arrays of one block would have " + total + " elements; use a smaller max_block_size");
        }
        int[] positions = new int[offsets[to - from]];
        int at = 0;
        for (int g = from; g < to; g++) {
            int row = first[g];
            for (int i = 0; i < counts[g]; i++) {
                positions[at++] = row;
                row = next[row];
            }
        }
        return new ArrayColumn(offsets, all.gather(positions, at), to - from);
    }

    /** All rows as a column. The builder goes on growing behind it. */
    public Column snapshot() {
        return rows.build();
    }

    public long sizeBytes() {
        return rows.sizeBytes() + 4L * (next.length + 3L * counts.length);
    }
}
