package io.millrace.data.column;

/**
 * Values with a map of NULLs: byte 1 means NULL, as ClickHouse has it on disk and on the wire. The value under a NULL is arbitrary.
 */
public final class NullableColumn extends Column {
    private final byte[] nulls;
    private final Column values;

    public NullableColumn(byte[] nulls, Column values) {
        super(values.rows());
        this.nulls = nulls;
        this.values = values;
    }

    /** The map of NULLs; valid for the first {@link #rows()} elements. */
    public byte[] nulls() {
        return nulls;
    }

    public Column values() {
        return values;
    }

    /** Number of NULLs. */
    public int nullCount() {
        int count = 0;
        for (int i = 0; i < rows(); i++) {
            count += nulls[i];
        }
        return count;
    }

    @Override
    public boolean isNull(int row) {
        return nulls[row] != 0;
    }

    @Override
    public Column plain() {
        Column plainValues = values.plain();
        return plainValues == values ? this : new NullableColumn(nulls, plainValues);
    }

    @Override
    public NullableColumn gather(int[] positions, int count) {
        byte[] result = new byte[count];
        for (int i = 0; i < count; i++) {
            result[i] = positions[i] < 0 ? 1 : nulls[positions[i]];
        }
        return new NullableColumn(result, values.gather(positions, count));
    }

    @Override
    public NullableColumn slice(int from, int to) {
        return from == 0 && to == rows()
                ? this
                : new NullableColumn(java.util.Arrays.copyOfRange(nulls, from, to), values.slice(from, to));
    }

    @Override
    public long sizeBytes() {
        return rows() + values.sizeBytes();
    }

    @Override
    public Builder newBuilder(int expectedRows) {
        return new Builder(values.newBuilder(expectedRows), expectedRows);
    }

    /** Builds a NullableColumn. */
    public static final class Builder extends ColumnBuilder {
        private final ColumnBuilder values;
        private final ByteColumn.Builder nulls;

        public Builder(ColumnBuilder values, int expectedRows) {
            this.values = values;
            this.nulls = new ByteColumn.Builder(expectedRows);
        }

        /** Builder of the values: append there exactly one value for each {@link #appendNotNull}. */
        public ColumnBuilder values() {
            return values;
        }

        /** Builder of the map, for readers that fill both in bulk. */
        public ByteColumn.Builder nulls() {
            return nulls;
        }

        public void appendNull() {
            nulls.append((byte) 1);
            values.appendDefault();
        }

        /** Marks a row whose value has been or will be appended to {@link #values}. */
        public void appendNotNull() {
            nulls.append((byte) 0);
        }

        @Override
        public int rows() {
            return nulls.rows();
        }

        @Override
        public void appendDefault() {
            appendNull();
        }

        @Override
        public void append(Column source, int row) {
            switch (source) {
                case NullableColumn same -> {
                    nulls.append(same.nulls[row]);
                    values.append(same.values, row);
                }
                case ConstColumn constant -> append(constant.value(), 0);
                default -> {
                    nulls.append((byte) 0);
                    values.append(source, row);
                }
            }
        }

        @Override
        public void appendRange(Column source, int from, int to) {
            switch (source) {
                case NullableColumn same -> {
                    System.arraycopy(same.nulls, from, nulls.ensure(to - from), nulls.rows(), to - from);
                    nulls.advance(to - from);
                    values.appendRange(same.values, from, to);
                }
                case ConstColumn constant -> appendEach(source, from, to);
                default -> {
                    nulls.appendDefaults(to - from);
                    values.appendRange(source, from, to);
                }
            }
        }

        @Override
        public long sizeBytes() {
            return nulls.sizeBytes() + values.sizeBytes();
        }

        @Override
        public void truncate(int toRows) {
            nulls.truncate(toRows);
            values.truncate(toRows);
        }

        @Override
        public NullableColumn build() {
            return new NullableColumn(nulls.build().values(), values.build());
        }
    }
}
