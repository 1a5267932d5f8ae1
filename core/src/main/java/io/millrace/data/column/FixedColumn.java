package io.millrace.data.column;

import java.util.Arrays;

/** Values of a fixed number of bytes: FixedString(N), IPv6. Row i begins at {@code i * width}. */
public final class FixedColumn extends Column {
    private final byte[] bytes;
    private final int width;

    public FixedColumn(byte[] bytes, int width, int rows) {
        super(rows);
        this.bytes = bytes;
        this.width = width;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int width() {
        return width;
    }

    @Override
    public FixedColumn gather(int[] positions, int count) {
        byte[] result = new byte[Arena.checkedSize((long) count * width)];
        for (int i = 0; i < count; i++) {
            if (positions[i] >= 0) {
                System.arraycopy(bytes, positions[i] * width, result, i * width, width);
            }
        }
        return new FixedColumn(result, width, count);
    }

    @Override
    public FixedColumn slice(int from, int to) {
        return from == 0 && to == rows()
                ? this
                : new FixedColumn(
                        Arrays.copyOfRange(bytes, from * width, to * width + StringColumn.PADDING), width, to - from);
    }

    @Override
    public long sizeBytes() {
        return (long) rows() * width;
    }

    @Override
    public Builder newBuilder(int expectedRows) {
        return new Builder(width, expectedRows);
    }

    /** Builds a FixedColumn. */
    public static final class Builder extends ColumnBuilder {
        private final int width;
        private byte[] bytes;
        private int rows;

        public Builder(int width, int expectedRows) {
            this.width = width;
            bytes = new byte[Arena.checkedSize((long) Math.max(16, expectedRows) * width)];
        }

        public int width() {
            return width;
        }

        /** Appends up to {@code width} bytes, padded with zero bytes. */
        public void append(byte[] source, int from, int length) {
            byte[] target = ensure(1);
            System.arraycopy(source, from, target, rows * width, length);
            Arrays.fill(target, rows * width + length, (rows + 1) * width, (byte) 0);
            rows++;
        }

        /** Makes room for {@code count} more values and returns the array to write them into, from {@code rows() * width()} on. */
        public byte[] ensure(int count) {
            long needed = (long) (rows + count) * width + StringColumn.PADDING;
            if (needed > bytes.length) {
                bytes = Arrays.copyOf(bytes, Arena.grown(bytes.length, needed));
            }
            return bytes;
        }

        public void advance(int count) {
            rows += count;
        }

        @Override
        public int rows() {
            return rows;
        }

        @Override
        public void appendDefault() {
            byte[] target = ensure(1);
            Arrays.fill(target, rows * width, (rows + 1) * width, (byte) 0);
            rows++;
        }

        @Override
        public void append(Column source, int row) {
            switch (source) {
                case FixedColumn same -> append(same.bytes, row * width, width);
                case ConstColumn constant -> append(constant.value(), 0);
                default -> throw mismatch(source);
            }
        }

        @Override
        public void appendRange(Column source, int from, int to) {
            if (source instanceof FixedColumn same) {
                byte[] target = ensure(to - from);
                System.arraycopy(same.bytes, from * width, target, rows * width, (to - from) * width);
                rows += to - from;
            } else {
                appendEach(source, from, to);
            }
        }

        @Override
        public long sizeBytes() {
            return bytes.length;
        }

        @Override
        public void truncate(int toRows) {
            rows = toRows;
        }

        @Override
        public FixedColumn build() {
            return new FixedColumn(bytes, width, rows);
        }
    }
}
