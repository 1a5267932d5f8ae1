package io.millrace.data.column;

import java.util.Arrays;

/** Values of two bytes: UInt16, Int16, Date, Enum16. */
public final class ShortColumn extends Column {
    private final short[] values;

    public ShortColumn(short[] values, int rows) {
        super(rows);
        this.values = values;
    }

    /** The values; valid for the first {@link #rows()} elements. */
    public short[] values() {
        return values;
    }

    @Override
    public ShortColumn gather(int[] positions, int count) {
        short[] result = new short[count];
        for (int i = 0; i < count; i++) {
            int position = positions[i];
            result[i] = position < 0 ? 0 : values[position];
        }
        return new ShortColumn(result, count);
    }

    @Override
    public ShortColumn slice(int from, int to) {
        return from == 0 && to == rows() ? this : new ShortColumn(Arrays.copyOfRange(values, from, to), to - from);
    }

    @Override
    public long sizeBytes() {
        return (long) rows() * 2;
    }

    @Override
    public Builder newBuilder(int expectedRows) {
        return new Builder(expectedRows);
    }

    /** Builds a ShortColumn. */
    public static final class Builder extends ColumnBuilder {
        private short[] values;
        private final short defaultValue;
        private int rows;

        public Builder(int expectedRows) {
            this(expectedRows, (short) 0);
        }

        /** A builder whose default is not zero: an Enum's is its first name. */
        Builder(int expectedRows, short defaultValue) {
            this.values = new short[Math.max(16, expectedRows)];
            this.defaultValue = defaultValue;
        }

        public void append(short value) {
            if (rows == values.length) {
                ensure(1);
            }
            values[rows++] = value;
        }

        /** Makes room for {@code count} more rows and returns the array to write them into, from {@link #rows()} on. */
        public short[] ensure(int count) {
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
            short[] target = ensure(count);
            Arrays.fill(target, rows, rows + count, defaultValue);
            rows += count;
        }

        @Override
        public void append(Column source, int row) {
            switch (source) {
                case ShortColumn same -> append(same.values[row]);
                case ConstColumn constant -> append(constant.value(), 0);
                default -> throw mismatch(source);
            }
        }

        @Override
        public void appendRange(Column source, int from, int to) {
            if (source instanceof ShortColumn same) {
                System.arraycopy(same.values, from, ensure(to - from), rows, to - from);
                rows += to - from;
            } else {
                appendEach(source, from, to);
            }
        }

        @Override
        public long sizeBytes() {
            return (long) values.length * 2;
        }

        @Override
        public void truncate(int toRows) {
            rows = toRows;
        }

        @Override
        public ShortColumn build() {
            return new ShortColumn(values, rows);
        }
    }
}
