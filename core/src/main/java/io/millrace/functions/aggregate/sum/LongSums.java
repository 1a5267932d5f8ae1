package io.millrace.functions.aggregate.sum;

import io.millrace.base.error.DbException;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;

/** The loops of sums of integers, one per width and sign so that each is vectorized; sums wrap around at 64 bits. */
final class LongSums {
    private LongSums() {}

    /** The sum of rows {@code from} to {@code to} (exclusive). */
    static long sum(Column column, boolean signed, int from, int to) {
        return switch (column) {
            case ByteColumn c -> signed ? sum(c.values(), from, to) : sumUnsigned(c.values(), from, to);
            case ShortColumn c -> signed ? sum(c.values(), from, to) : sumUnsigned(c.values(), from, to);
            case IntColumn c -> signed ? sum(c.values(), from, to) : sumUnsigned(c.values(), from, to);
            case LongColumn c -> sum(c.values(), from, to);
            default -> throw DbException.bug("No integers to add up");
        };
    }

    /** Adds each row to the sum of its group. */
    static void scatter(Column column, boolean signed, int[] groupOf, long[] sums, int rows) {
        switch (column) {
            case ByteColumn c -> {
                if (signed) {
                    scatter(c.values(), groupOf, sums, rows);
                } else {
                    scatterUnsigned(c.values(), groupOf, sums, rows);
                }
            }
            case ShortColumn c -> {
                if (signed) {
                    scatter(c.values(), groupOf, sums, rows);
                } else {
                    scatterUnsigned(c.values(), groupOf, sums, rows);
                }
            }
            case IntColumn c -> {
                if (signed) {
                    scatter(c.values(), groupOf, sums, rows);
                } else {
                    scatterUnsigned(c.values(), groupOf, sums, rows);
                }
            }
            case LongColumn c -> scatter(c.values(), groupOf, sums, rows);
            default -> throw DbException.bug("No integers to add up");
        }
    }

    private static long sum(byte[] values, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    private static void scatter(byte[] values, int[] groupOf, long[] sums, int rows) {
        for (int i = 0; i < rows; i++) {
            sums[groupOf[i]] += values[i];
        }
    }

    private static long sumUnsigned(byte[] values, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] & 0xFF;
        }
        return sum;
    }

    private static void scatterUnsigned(byte[] values, int[] groupOf, long[] sums, int rows) {
        for (int i = 0; i < rows; i++) {
            sums[groupOf[i]] += values[i] & 0xFF;
        }
    }

    private static long sum(short[] values, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    private static void scatter(short[] values, int[] groupOf, long[] sums, int rows) {
        for (int i = 0; i < rows; i++) {
            sums[groupOf[i]] += values[i];
        }
    }

    private static long sumUnsigned(short[] values, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] & 0xFFFF;
        }
        return sum;
    }

    private static void scatterUnsigned(short[] values, int[] groupOf, long[] sums, int rows) {
        for (int i = 0; i < rows; i++) {
            sums[groupOf[i]] += values[i] & 0xFFFF;
        }
    }

    private static long sum(int[] values, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    private static void scatter(int[] values, int[] groupOf, long[] sums, int rows) {
        for (int i = 0; i < rows; i++) {
            sums[groupOf[i]] += values[i];
        }
    }

    private static long sumUnsigned(int[] values, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] & 0xFFFFFFFFL;
        }
        return sum;
    }

    private static void scatterUnsigned(int[] values, int[] groupOf, long[] sums, int rows) {
        for (int i = 0; i < rows; i++) {
            sums[groupOf[i]] += values[i] & 0xFFFFFFFFL;
        }
    }

    private static long sum(long[] values, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    private static void scatter(long[] values, int[] groupOf, long[] sums, int rows) {
        for (int i = 0; i < rows; i++) {
            sums[groupOf[i]] += values[i];
        }
    }
}
