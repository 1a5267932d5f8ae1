package io.millrace.data.column;

/** One value repeated: literals and what was folded to them. */
public final class ConstColumn extends Column {
    private final Column value;

    /** {@code value} is a plain column of exactly one row. */
    public ConstColumn(Column value, int rows) {
        super(rows);
        this.value = value;
    }

    /** The value, as a column of one row. */
    public Column value() {
        return value;
    }

    public ConstColumn withRows(int rows) {
        return new ConstColumn(value, rows);
    }

    @Override
    public boolean isNull(int row) {
        return value.isNull(0);
    }

    @Override
    public Column plain() {
        return value.plain().gather(new int[rows()], rows());
    }

    @Override
    public Column gather(int[] positions, int count) {
        for (int i = 0; i < count; i++) {
            if (positions[i] < 0) {
                return plain().gather(positions, count);
            }
        }
        return withRows(count);
    }

    @Override
    public ConstColumn slice(int from, int to) {
        return withRows(to - from);
    }

    @Override
    public long sizeBytes() {
        return value.sizeBytes();
    }

    @Override
    public ColumnBuilder newBuilder(int expectedRows) {
        return value.newBuilder(expectedRows);
    }
}
