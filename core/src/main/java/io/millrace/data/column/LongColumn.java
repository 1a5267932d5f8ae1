package io.millrace.data.column;

import java.util.Arrays;

/** Values of eight bytes: UInt64, Int64, DateTime64, intervals, Decimal of up to 18 digits. */
public final class LongColumn extends Column {
    private final long[] values;

    public LongColumn(long[] values, int rows) {
        super(rows);
        this.values = values;
    }

    /** The values; valid for the first {@link #rows()} elements. */
    public long[] values() {
        return values;
    }

    @Override
    public LongColumn gather(int[] positions, int count) {
        long[] result = new long[count];
        for (int i = 0; i < count; i++) {
            int position = positions[i];
            result[i] = position < 0 ? 0 : values[position];
        }
        return new LongColumn(result, count);
    }

    @Override
    public LongColumn slice(int from, int to) {
        return from == 0 && to == rows() ? this : new LongColumn(Arrays.copyOfRange(values, from, to), to - from);
    }

    @Override
    public long sizeBytes() {
        return (long) rows() * 8;
    }

    @Override
    public Builder newBuilder(int expectedRows) {
        return new Builder(expectedRows);
    }

    /** Builds a LongColumn. */
    public static final class Builder extends ColumnBuilder {
        private long[] values;
        private int rows;

        public Builder(int expectedRows) {
            values = new long[Math.max(16, expectedRows)];
        }

        public void append(long value) {
            if (rows == values.length) {
                ensure(1);
            }
            values[rows++] = value;
        }

        /** Makes room for {@code count} more rows and returns the array to write them into, from {@link #rows()} on. */
        public long[] ensure(int count) {
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
            append(0);
        }

        @Override
        public void appendDefaults(int count) {
            long[] target = ensure(count);
            Arrays.fill(target, rows, rows + count, 0);
            rows += count;
        }

        @Override
        public void append(Column source, int row) {
            switch (source) {
                case LongColumn same -> append(same.values[row]);
                case ConstColumn constant -> append(constant.value(), 0);
                default -> throw mismatch(source);
            }
        }

        @Override
        public void appendRange(Column source, int from, int to) {
            if (source instanceof LongColumn same) {
                System.arraycopy(same.values, from, ensure(to - from), rows, to - from);
                rows += to - from;
            } else {
                appendEach(source, from, to);
            }
        }

        @Override
        public long sizeBytes() {
            return (long) values.length * 8;
        }

        @Override
        public void truncate(int toRows) {
            rows = toRows;
        }

        @Override
        public LongColumn build() {
            return new LongColumn(values, rows);
        }
    }
}
