package io.millrace.data.column;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Values of several 64-bit words, least significant word first: 128 and 256-bit integers and decimals. A UUID has two words: those of the
 * first and of the last eight bytes of its text.
 */
public final class WideColumn extends Column {
    private final long[] words;
    private final int wordsPerValue;

    /** {@code words} holds value i at {@code i * wordsPerValue}. */
    public WideColumn(long[] words, int wordsPerValue, int rows) {
        super(rows);
        this.words = words;
        this.wordsPerValue = wordsPerValue;
    }

    public long[] words() {
        return words;
    }

    public int wordsPerValue() {
        return wordsPerValue;
    }

    /** The value of a row as a two's complement number. */
    public BigInteger signed(int row) {
        byte[] bigEndian = new byte[wordsPerValue * 8];
        for (int word = 0; word < wordsPerValue; word++) {
            long bits = words[row * wordsPerValue + word];
            for (int b = 0; b < 8; b++) {
                bigEndian[bigEndian.length - 1 - word * 8 - b] = (byte) (bits >>> (8 * b));
            }
        }
        return new BigInteger(bigEndian);
    }

    /** The value of a row as a number without sign. */
    public BigInteger unsigned(int row) {
        BigInteger value = signed(row);
        return value.signum() < 0 ? value.add(BigInteger.ONE.shiftLeft(64 * wordsPerValue)) : value;
    }

    @Override
    public WideColumn gather(int[] positions, int count) {
        long[] result = new long[count * wordsPerValue];
        for (int i = 0; i < count; i++) {
            if (positions[i] >= 0) {
                int from = positions[i] * wordsPerValue;
                for (int word = 0; word < wordsPerValue; word++) {
                    result[i * wordsPerValue + word] = words[from + word];
                }
            }
        }
        return new WideColumn(result, wordsPerValue, count);
    }

    @Override
    public WideColumn slice(int from, int to) {
        return from == 0 && to == rows()
                ? this
                : new WideColumn(
                        Arrays.copyOfRange(words, from * wordsPerValue, to * wordsPerValue), wordsPerValue, to - from);
    }

    @Override
    public long sizeBytes() {
        return 8L * wordsPerValue * rows();
    }

    @Override
    public Builder newBuilder(int expectedRows) {
        return new Builder(wordsPerValue, expectedRows);
    }

    /** Builds a WideColumn. */
    public static final class Builder extends ColumnBuilder {
        private final int wordsPerValue;
        private long[] words;
        private int rows;

        public Builder(int wordsPerValue, int expectedRows) {
            this.wordsPerValue = wordsPerValue;
            words = new long[Math.max(16, expectedRows * wordsPerValue)];
        }

        public int wordsPerValue() {
            return wordsPerValue;
        }

        /** Makes room for {@code count} more values and returns the array to write them into, from {@code rows() * wordsPerValue()} on. */
        public long[] ensure(int count) {
            int needed = (rows + count) * wordsPerValue;
            if (needed > words.length) {
                words = Arrays.copyOf(words, Math.max(needed, words.length * 2));
            }
            return words;
        }

        public void advance(int count) {
            rows += count;
        }

        /** Appends a value of two words. */
        public void append(long low, long high) {
            ensure(1);
            words[rows * 2] = low;
            words[rows * 2 + 1] = high;
            rows++;
        }

        /** Appends the low words of a number in two's complement; higher ones are cut off. */
        public void append(BigInteger value) {
            ensure(1);
            for (int word = 0; word < wordsPerValue; word++) {
                words[rows * wordsPerValue + word] = value.shiftRight(64 * word).longValue();
            }
            rows++;
        }

        @Override
        public int rows() {
            return rows;
        }

        @Override
        public void appendDefault() {
            ensure(1);
            Arrays.fill(words, rows * wordsPerValue, (rows + 1) * wordsPerValue, 0);
            rows++;
        }

        @Override
        public void append(Column source, int row) {
            switch (source) {
                case WideColumn same -> appendRange(same, row, row + 1);
                case ConstColumn constant -> append(constant.value(), 0);
                default -> throw mismatch(source);
            }
        }

        @Override
        public void appendRange(Column source, int from, int to) {
            if (source instanceof WideColumn same) {
                System.arraycopy(
                        same.words,
                        from * wordsPerValue,
                        ensure(to - from),
                        rows * wordsPerValue,
                        (to - from) * wordsPerValue);
                rows += to - from;
            } else {
                appendEach(source, from, to);
            }
        }

        @Override
        public long sizeBytes() {
            return 8L * words.length;
        }

        @Override
        public void truncate(int toRows) {
            rows = toRows;
        }

        @Override
        public WideColumn build() {
            return new WideColumn(words, wordsPerValue, rows);
        }
    }
}
