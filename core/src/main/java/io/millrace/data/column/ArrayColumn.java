package io.millrace.data.column;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.Arrays;

/**
 * Arrays (and maps, as arrays of pairs): row i has the elements {@code offsets[i] .. offsets[i + 1])} of one flat column. {@code offsets[0]} may be
 * greater than zero.
 */
public final class ArrayColumn extends Column {
    private static final int MOST_ELEMENTS = Integer.MAX_VALUE - 64;

    private final int[] offsets;
    private final Column elements;

    public ArrayColumn(int[] offsets, Column elements, int rows) {
        super(rows);
        this.offsets = offsets;
        this.elements = elements;
    }

    /** Row boundaries, {@code rows() + 1} of them. */
    public int[] offsets() {
        return offsets;
    }

    public Column elements() {
        return elements;
    }

    public int length(int row) {
        return offsets[row + 1] - offsets[row];
    }

    @Override
    public Column plain() {
        Column plainElements = elements.plain();
        return plainElements == elements ? this : new ArrayColumn(offsets, plainElements, rows());
    }

    @Override
    public ArrayColumn gather(int[] positions, int count) {
        int[] newOffsets = new int[count + 1];
        long total = 0;
        for (int i = 0; i < count; i++) {
            total += positions[i] < 0 ? 0 : length(positions[i]);
            newOffsets[i + 1] = (int) total;
        }
        if (total > MOST_ELEMENTS) {
            throw tooMany(total);
        }
        int[] elementPositions = new int[(int) total];
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (positions[i] >= 0) {
                for (int e = offsets[positions[i]]; e < offsets[positions[i] + 1]; e++) {
                    elementPositions[at++] = e;
                }
            }
        }
        return new ArrayColumn(newOffsets, elements.gather(elementPositions, at), count);
    }

    private static DbException tooMany(long elements) {
        return new DbException(
                ErrorCode.TOO_LARGE_ARRAY_SIZE,
                "The arrays of one block would have " + elements + " elements, maximum: " + MOST_ELEMENTS
                        + "; use a smaller max_block_size");
    }

    @Override
    public ArrayColumn slice(int from, int to) {
        return from == 0 && to == rows()
                ? this
                : new ArrayColumn(Arrays.copyOfRange(offsets, from, to + 1), elements, to - from);
    }

    @Override
    public long sizeBytes() {
        // a slice shares its elements with others: only the part that belongs to its rows counts
        int count = offsets[rows()] - offsets[0];
        long whole = elements.sizeBytes();
        return 4L * rows() + (count == elements.rows() ? whole : (long) ((double) whole * count / elements.rows()));
    }

    @Override
    public Builder newBuilder(int expectedRows) {
        return new Builder(elements.newBuilder(expectedRows), expectedRows);
    }

    /** Builds an ArrayColumn: append elements to {@link #elements}, then call {@link #endRow}. */
    public static final class Builder extends ColumnBuilder {
        private final ColumnBuilder elements;
        private int[] offsets;
        private int rows;

        public Builder(ColumnBuilder elements, int expectedRows) {
            this.elements = elements;
            this.offsets = new int[Math.max(16, expectedRows) + 1];
        }

        public ColumnBuilder elements() {
            return elements;
        }

        /** Ends the current row with the elements appended so far. */
        public void endRow() {
            endRowAt(elements.rows());
        }

        /** Ends the current row at an element position, for readers that append elements in bulk. */
        public void endRowAt(int elementEnd) {
            if (rows + 1 == offsets.length) {
                offsets = Arrays.copyOf(offsets, offsets.length * 2);
            }
            offsets[++rows] = elementEnd;
        }

        @Override
        public int rows() {
            return rows;
        }

        @Override
        public void appendDefault() {
            endRow();
        }

        @Override
        public void append(Column source, int row) {
            switch (source) {
                case ArrayColumn same -> {
                    if ((long) elements.rows() + same.length(row) > MOST_ELEMENTS) {
                        throw tooMany((long) elements.rows() + same.length(row));
                    }
                    elements.appendRange(same.elements, same.offsets[row], same.offsets[row + 1]);
                    endRow();
                }
                case ConstColumn constant -> append(constant.value(), 0);
                default -> throw mismatch(source);
            }
        }

        @Override
        public long sizeBytes() {
            return elements.sizeBytes() + 4L * offsets.length;
        }

        @Override
        public void truncate(int toRows) {
            rows = toRows;
            elements.truncate(offsets[toRows]);
        }

        @Override
        public ArrayColumn build() {
            return new ArrayColumn(offsets, elements.build(), rows);
        }
    }
}
