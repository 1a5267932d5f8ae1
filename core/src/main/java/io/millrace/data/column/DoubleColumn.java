package io.millrace.data.column;

import java.util.Arrays;

/** Float64 values. */
public final class DoubleColumn extends Column {
    private final double[] values;

    public DoubleColumn(double[] values, int rows) {
        super(rows);
        this.values = values;
    }

    /** The values; valid for the first {@link #rows()} elements. */
    public double[] values() {
        return values;
    }

    @Override
    public DoubleColumn gather(int[] positions, int count) {
        double[] result = new double[count];
        for (int i = 0; i < count; i++) {
            int position = positions[i];
            result[i] = position < 0 ? 0 : values[position];
        }
        return new DoubleColumn(result, count);
    }

    @Override
    public DoubleColumn slice(int from, int to) {
        return from == 0 && to == rows() ? this : new DoubleColumn(Arrays.copyOfRange(values, from, to), to - from);
    }

    @Override
    public long sizeBytes() {
        return (long) rows() * 8;
    }

    @Override
    public Builder newBuilder(int expectedRows) {
        return new Builder(expectedRows);
    }

    /** Builds a DoubleColumn. */
    public static final class Builder extends ColumnBuilder {
        private double[] values;
        private int rows;

        public Builder(int expectedRows) {
            values = new double[Math.max(16, expectedRows)];
        }

        public void append(double value) {
            if (rows == values.length) {
                ensure(1);
            }
            values[rows++] = value;
        }

        /** Makes room for {@code count} more rows and returns the array to write them into, from {@link #rows()} on. */
        public double[] ensure(int count) {
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
            double[] target = ensure(count);
            Arrays.fill(target, rows, rows + count, 0);
            rows += count;
        }

        @Override
        public void append(Column source, int row) {
            switch (source) {
                case DoubleColumn same -> append(same.values[row]);
                case ConstColumn constant -> append(constant.value(), 0);
                default -> throw mismatch(source);
            }
        }

        @Override
        public void appendRange(Column source, int from, int to) {
            if (source instanceof DoubleColumn same) {
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
        public DoubleColumn build() {
            return new DoubleColumn(values, rows);
        }
    }
}
