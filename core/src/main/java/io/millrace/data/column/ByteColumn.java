package io.millrace.data.column;

import java.util.Arrays;

/** Values of one byte: UInt8, Int8, Bool, Enum8. */
public final class ByteColumn extends Column {
    private final byte[] values;

    public ByteColumn(byte[] values, int rows) {
        super(rows);
        this.values = values;
    }

    /** The values; valid for the first {@link #rows()} elements. */
    public byte[] values() {
        return values;
    }

    @Override
    public ByteColumn gather(int[] positions, int count) {
        byte[] result = new byte[count];
        for (int i = 0; i < count; i++) {
            int position = positions[i];
            result[i] = position < 0 ? 0 : values[position];
        }
        return new ByteColumn(result, count);
    }

    @Override
    public ByteColumn slice(int from, int to) {
        return from == 0 && to == rows() ? this : new ByteColumn(Arrays.copyOfRange(values, from, to), to - from);
    }

    @Override
    public long sizeBytes() {
        return rows();
    }

    @Override
    public Builder newBuilder(int expectedRows) {
        return new Builder(expectedRows);
    }

    /** Builds a ByteColumn. */
    public static final class Builder extends ColumnBuilder {
        private byte[] values;
        private final byte defaultValue;
        private int rows;

        public Builder(int expectedRows) {
            this(expectedRows, (byte) 0);
        }

        /** A builder whose default is not zero: an Enum's is its first name. */
        Builder(int expectedRows, byte defaultValue) {
            this.values = new byte[Math.max(16, expectedRows)];
            this.defaultValue = defaultValue;
        }

        public void append(byte value) {
            if (rows == values.length) {
                ensure(1);
            }
            values[rows++] = value;
        }

        /** Makes room for {@code count} more rows and returns the array to write them into, from {@link #rows()} on. */
        public byte[] ensure(int count) {
            if (rows + count > values.length) {
                values = Arrays.copyOf(values, Math.max(rows + count, values.length * 2));
            }
            return values;
        }

        /** Counts rows written directly into {@link #ensure}'s array. */
        public void advance(int count) {
            rows += count;
        }

        @Override
        public int rows() {
            return rows;
        }

        @Override
        public void appendDefault() {
            append(defaultValue);
        }

        @Override
        public void appendDefaults(int count) {
            byte[] target = ensure(count);
            Arrays.fill(target, rows, rows + count, defaultValue);
            rows += count;
        }

        @Override
        public void append(Column source, int row) {
            switch (source) {
                case ByteColumn same -> append(same.values[row]);
                case ConstColumn constant -> append(constant.value(), 0);
                default -> throw mismatch(source);
            }
        }

        @Override
        public void appendRange(Column source, int from, int to) {
            if (source instanceof ByteColumn same) {
                System.arraycopy(same.values, from, ensure(to - from), rows, to - from);
                rows += to - from;
            } else {
                appendEach(source, from, to);
            }
        }

        @Override
        public long sizeBytes() {
            return values.length;
        }

        @Override
        public void truncate(int toRows) {
            rows = toRows;
        }

        @Override
        public ByteColumn build() {
            return new ByteColumn(values, rows);
        }
    }
}
