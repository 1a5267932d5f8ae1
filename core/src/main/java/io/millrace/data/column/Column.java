package io.millrace.data.column;

/**
 * The values of one column of a block, as primitive arrays on the heap.
 *
 * <p>Immutable for whoever is given one; safe to read from any thread. Arrays that accessors hand out may be longer than {@link #rows()} and
 * must not be written to. Closed apart from {@link LambdaColumn}: code that switches over layouts lists them all.
 */
public abstract sealed class Column
        permits ByteColumn,
                ShortColumn,
                IntColumn,
                LongColumn,
                WideColumn,
                FloatColumn,
                DoubleColumn,
                StringColumn,
                FixedColumn,
                NullableColumn,
                DictionaryColumn,
                ArrayColumn,
                TupleColumn,
                ConstColumn,
                LambdaColumn {
    private final int rows;

    Column(int rows) {
        this.rows = rows;
    }

    public final int rows() {
        return rows;
    }

    /**
     * The rows at {@code positions[0..count)}, in that order; a position of -1 gives the layout's default (zero, empty, NULL).
     */
    public abstract Column gather(int[] positions, int count);

    /** Rows {@code from} (inclusive) to {@code to} (exclusive). */
    public abstract Column slice(int from, int to);

    /** Bytes held in memory, for budgets and statistics. */
    public abstract long sizeBytes();

    /** The same values in their ordinary layout: constants repeated, dictionaries looked up. Itself when it already is. */
    public Column plain() {
        return this;
    }

    /** Whether the value of a row is NULL; for tests of single rows, not for hot loops. */
    public boolean isNull(int row) {
        return false;
    }

    /** An empty builder for columns of this layout (of the plain layout for constants). */
    public abstract ColumnBuilder newBuilder(int expectedRows);

    /** The rows whose bit is set. {@code selected} is the number of set bits among the first {@link #rows()}. */
    public Column filter(long[] bitmap, int selected) {
        if (selected == rows) {
            return this;
        }
        return gather(Bitmaps.positions(bitmap, rows, selected), selected);
    }
}
