package io.millrace.functions.aggregate.sum;

import io.millrace.base.error.DbException;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.WideColumn;

/** Sums of several 64-bit words: decimals and 128 and 256-bit integers. They wrap around. */
final class WideSums {
    private WideSums() {}

    /** Adds row i to the sum of group {@code groupOf[i]}. */
    static void scatter(Column column, boolean signed, int[] groupOf, long[] sums, int words, int rows) {
        switch (column) {
            case IntColumn c -> {
                for (int i = 0; i < rows; i++) {
                    addLong(sums, groupOf[i] * words, words, c.values()[i]);
                }
            }
            case LongColumn c -> {
                for (int i = 0; i < rows; i++) {
                    addLong(sums, groupOf[i] * words, words, c.values()[i]);
                }
            }
            case WideColumn c -> {
                for (int i = 0; i < rows; i++) {
                    addWords(
                            sums,
                            groupOf[i] * words,
                            words,
                            c.words(),
                            i * c.wordsPerValue(),
                            c.wordsPerValue(),
                            signed);
                }
            }
            default -> throw DbException.bug("No wide numbers to add up");
        }
    }

    /** Adds rows {@code from} to {@code to} (exclusive) to one group. */
    static void sum(Column column, boolean signed, int group, long[] sums, int words, int from, int to) {
        if (column instanceof WideColumn c) {
            for (int i = from; i < to; i++) {
                addWords(sums, group * words, words, c.words(), i * c.wordsPerValue(), c.wordsPerValue(), signed);
            }
            return;
        }
        if (column instanceof IntColumn) {
            addLong(sums, group * words, words, LongSums.sum(column, true, from, to));
            return;
        }
        long[] values = ((LongColumn) column).values();
        long low = 0;
        long high = 0;
        for (int i = from; i < to; i++) {
            long next = low + values[i];
            high += (values[i] >> 63) + (((low & values[i]) | ((low | values[i]) & ~next)) >>> 63);
            low = next;
        }
        addWords(sums, group * words, words, new long[] {low, high}, 0, 2, true);
    }

    /** Adds a signed number. */
    static void addLong(long[] sums, int at, int words, long value) {
        long old = sums[at];
        long sum = old + value;
        long carry = ((old & value) | ((old | value) & ~sum)) >>> 63;
        sums[at] = sum;
        long sign = value >> 63;
        for (int w = 1; w < words; w++) {
            long word = sums[at + w];
            long next = word + sign + carry;
            carry = ((word & sign) | ((word | sign) & ~next)) >>> 63;
            sums[at + w] = next;
        }
    }

    /** Adds a number of {@code valueWords} words, extended to the width of the sum. */
    static void addWords(long[] sums, int at, int words, long[] value, int valueAt, int valueWords, boolean signed) {
        long carry = 0;
        long sign = signed ? value[valueAt + valueWords - 1] >> 63 : 0;
        for (int w = 0; w < words; w++) {
            long v = w < valueWords ? value[valueAt + w] : sign;
            long word = sums[at + w];
            long next = word + v + carry;
            carry = ((word & v) | ((word | v) & ~next)) >>> 63;
            sums[at + w] = next;
        }
    }
}
