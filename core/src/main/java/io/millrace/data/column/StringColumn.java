package io.millrace.data.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Strings in one arena of bytes: row i is {@code bytes[offsets[i] .. offsets[i + 1])}.
 *
 * <p>The arena has at least {@link #PADDING} bytes behind the last string, so that kernels may read whole words past its end. {@code offsets[0]}
 * may be greater than zero.
 */
public final class StringColumn extends Column {
    /** Bytes behind the last string that may be read (not relied upon). */
    public static final int PADDING = 64;

    private final byte[] bytes;
    private final int[] offsets;

    public StringColumn(byte[] bytes, int[] offsets, int rows) {
        super(rows);
        this.bytes = bytes;
        this.offsets = offsets;
    }

    /** A column of some texts, for constants and small tables. */
    public static StringColumn of(String... texts) {
        Builder builder = new Builder(texts.length);
        for (String text : texts) {
            builder.append(text);
        }
        return builder.build();
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Row boundaries, {@code rows() + 1} of them. */
    public int[] offsets() {
        return offsets;
    }

    public int length(int row) {
        return offsets[row + 1] - offsets[row];
    }

    /** The value of a row as text; for single rows, not for hot loops. */
    public String text(int row) {
        return new String(bytes, offsets[row], length(row), StandardCharsets.UTF_8);
    }

    public byte[] copyOf(int row) {
        return Arrays.copyOfRange(bytes, offsets[row], offsets[row + 1]);
    }

    @Override
    public StringColumn gather(int[] positions, int count) {
        int[] newOffsets = new int[count + 1];
        long total = 0;
        for (int i = 0; i < count; i++) {
            int position = positions[i];
            total += position < 0 ? 0 : offsets[position + 1] - offsets[position];
            newOffsets[i + 1] = (int) total;
        }
        byte[] newBytes = new byte[Arena.checkedSize(total)];
        for (int i = 0; i < count; i++) {
            int position = positions[i];
            if (position >= 0) {
                Arena.copy(bytes, offsets[position], newBytes, newOffsets[i], newOffsets[i + 1] - newOffsets[i]);
            }
        }
        return new StringColumn(newBytes, newOffsets, count);
    }

    /** The rows at ascending positions over this very arena, which is possible when all other rows are empty; empty when they are not. */
    public Optional<StringColumn> overSameBytes(int[] positions, int count) {
        int[] newOffsets = new int[count + 1];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int position = positions[i];
            newOffsets[i] = offsets[position];
            kept += offsets[position + 1] - offsets[position];
        }
        newOffsets[count] = offsets[rows()];
        return kept == offsets[rows()] - offsets[0]
                ? Optional.of(new StringColumn(bytes, newOffsets, count))
                : Optional.empty();
    }

    @Override
    public StringColumn slice(int from, int to) {
        return from == 0 && to == rows()
                ? this
                : new StringColumn(bytes, Arrays.copyOfRange(offsets, from, to + 1), to - from);
    }

    @Override
    public long sizeBytes() {
        return 4L * rows() + (offsets[rows()] - offsets[0]);
    }

    @Override
    public Builder newBuilder(int expectedRows) {
        return new Builder(expectedRows);
    }

    /** Builds a StringColumn. */
    public static final class Builder extends ColumnBuilder {
        private byte[] bytes;
        private int[] offsets;
        private int rows;
        private int size;

        public Builder(int expectedRows) {
            this(expectedRows, expectedRows * 16L);
        }

        public Builder(int expectedRows, long expectedBytes) {
            offsets = new int[Math.max(16, expectedRows) + 1];
            bytes = new byte[(int) Math.min(Math.max(64, expectedBytes), 1 << 30) + PADDING];
        }

        public void append(byte[] source, int from, int length) {
            int at = ensureBytes(length);
            Arena.copy(source, from, bytes, at, length);
            endRow(at + length);
        }

        public void append(byte[] source) {
            append(source, 0, source.length);
        }

        public void append(String text) {
            append(text.getBytes(StandardCharsets.UTF_8));
        }

        /**
         * Makes room for {@code count} bytes (and the padding) and returns where the row being written begins in {@link #array}; the row
         * is finished by {@link #endRow}.
         */
        public int ensureBytes(int count) {
            long needed = (long) size + count + PADDING;
            if (needed > bytes.length) {
                bytes = Arrays.copyOf(bytes, Arena.grown(bytes.length, needed));
            }
            return size;
        }

        /** The arena; replaced when {@link #ensureBytes} grows it. */
        public byte[] array() {
            return bytes;
        }

        /** Ends the current row at arena position {@code end}. */
        public void endRow(int end) {
            if (rows + 1 == offsets.length) {
                offsets = Arrays.copyOf(offsets, offsets.length * 2);
            }
            size = end;
            offsets[++rows] = end;
        }

        /** Ends the next {@code count} rows, whose bytes lie behind one another and have these lengths. */
        public void endRows(long[] lengths, int count) {
            int[] ends = ensureRows(count);
            int end = size;
            int before = rows + 1;
            for (int i = 0; i < count; i++) {
                end += (int) lengths[i];
                ends[before + i] = end;
            }
            size = end;
            rows += count;
        }

        /** Makes room for {@code count} more rows and returns the array of their ends, the next row's at {@code rows() + 1}. */
        public int[] ensureRows(int count) {
            if (rows + count + 1 > offsets.length) {
                offsets = Arrays.copyOf(offsets, Math.max(rows + count + 1, offsets.length * 2));
            }
            return offsets;
        }

        /** Counts rows whose bytes and ends were written directly into the arrays; the last of them ends at {@code end}. */
        public void advance(int count, int end) {
            rows += count;
            size = end;
        }

        @Override
        public int rows() {
            return rows;
        }

        @Override
        public void appendDefault() {
            endRow(size);
        }

        @Override
        public void append(Column source, int row) {
            switch (source) {
                case StringColumn same -> append(same.bytes, same.offsets[row], same.length(row));
                case ConstColumn constant -> append(constant.value(), 0);
                default -> throw mismatch(source);
            }
        }

        @Override
        public void appendRange(Column source, int from, int to) {
            if (!(source instanceof StringColumn same)) {
                appendEach(source, from, to);
                return;
            }
            int first = same.offsets[from];
            int length = same.offsets[to] - first;
            int at = ensureBytes(length);
            System.arraycopy(same.bytes, first, bytes, at, length);
            int count = to - from;
            int[] ends = ensureRows(count);
            int shift = at - first;
            int before = rows;
            for (int i = 1; i <= count; i++) {
                ends[before + i] = same.offsets[from + i] + shift;
            }
            advance(count, at + length);
        }

        @Override
        public long sizeBytes() {
            return bytes.length + 4L * offsets.length;
        }

        @Override
        public void truncate(int toRows) {
            rows = toRows;
            size = offsets[toRows];
        }

        @Override
        public StringColumn build() {
            return new StringColumn(bytes, offsets, rows);
        }
    }
}
