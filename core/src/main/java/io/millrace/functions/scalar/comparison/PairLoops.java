package io.millrace.functions.scalar.comparison;

import io.millrace.data.column.Bitmaps;

/** Comparisons of two columns row by row, as a bitmap; {@code flip} is all ones for the opposite answer. */
final class PairLoops {
    private PairLoops() {}

    /** Equality. */
    static void equal(int[] a, int[] b, int rows, long flip, long[] bitmap) {
        int words = Bitmaps.words(rows);
        for (int word = 0; word < words; word++) {
            int from = word << 6;
            int count = Math.min(64, rows - from);
            long bits = 0;
            for (int j = 0; j < count; j++) {
                bits |= (a[from + j] == b[from + j] ? 1L : 0L) << j;
            }
            bitmap[word] = bits ^ flip;
        }
        cut(bitmap, rows);
    }

    /** By sign. */
    static void less(int[] a, int[] b, int rows, long flip, long[] bitmap) {
        int words = Bitmaps.words(rows);
        for (int word = 0; word < words; word++) {
            int from = word << 6;
            int count = Math.min(64, rows - from);
            long bits = 0;
            for (int j = 0; j < count; j++) {
                bits |= (a[from + j] < b[from + j] ? 1L : 0L) << j;
            }
            bitmap[word] = bits ^ flip;
        }
        cut(bitmap, rows);
    }

    /** Equality. */
    static void equal(long[] a, long[] b, int rows, long flip, long[] bitmap) {
        int words = Bitmaps.words(rows);
        for (int word = 0; word < words; word++) {
            int from = word << 6;
            int count = Math.min(64, rows - from);
            long bits = 0;
            for (int j = 0; j < count; j++) {
                bits |= (a[from + j] == b[from + j] ? 1L : 0L) << j;
            }
            bitmap[word] = bits ^ flip;
        }
        cut(bitmap, rows);
    }

    /** By sign. */
    static void less(long[] a, long[] b, int rows, long flip, long[] bitmap) {
        int words = Bitmaps.words(rows);
        for (int word = 0; word < words; word++) {
            int from = word << 6;
            int count = Math.min(64, rows - from);
            long bits = 0;
            for (int j = 0; j < count; j++) {
                bits |= (a[from + j] < b[from + j] ? 1L : 0L) << j;
            }
            bitmap[word] = bits ^ flip;
        }
        cut(bitmap, rows);
    }

    /** NaN equals nothing. */
    static void equal(double[] a, double[] b, int rows, long flip, long[] bitmap) {
        int words = Bitmaps.words(rows);
        for (int word = 0; word < words; word++) {
            int from = word << 6;
            int count = Math.min(64, rows - from);
            long bits = 0;
            for (int j = 0; j < count; j++) {
                bits |= (a[from + j] == b[from + j] ? 1L : 0L) << j;
            }
            bitmap[word] = bits ^ flip;
        }
        cut(bitmap, rows);
    }

    /** NaN is less than nothing. */
    static void less(double[] a, double[] b, int rows, long flip, long[] bitmap) {
        int words = Bitmaps.words(rows);
        for (int word = 0; word < words; word++) {
            int from = word << 6;
            int count = Math.min(64, rows - from);
            long bits = 0;
            for (int j = 0; j < count; j++) {
                bits |= (a[from + j] < b[from + j] ? 1L : 0L) << j;
            }
            bitmap[word] = bits ^ flip;
        }
        cut(bitmap, rows);
    }

    /** NaN is less than nothing. */
    static void lessOrEqual(double[] a, double[] b, int rows, long flip, long[] bitmap) {
        int words = Bitmaps.words(rows);
        for (int word = 0; word < words; word++) {
            int from = word << 6;
            int count = Math.min(64, rows - from);
            long bits = 0;
            for (int j = 0; j < count; j++) {
                bits |= (a[from + j] <= b[from + j] ? 1L : 0L) << j;
            }
            bitmap[word] = bits ^ flip;
        }
        cut(bitmap, rows);
    }

    /** Numbers without sign. */
    static void lessUnsigned(long[] a, long[] b, int rows, long flip, long[] bitmap) {
        int words = Bitmaps.words(rows);
        for (int word = 0; word < words; word++) {
            int from = word << 6;
            int count = Math.min(64, rows - from);
            long bits = 0;
            for (int j = 0; j < count; j++) {
                bits |= (a[from + j] + Long.MIN_VALUE < b[from + j] + Long.MIN_VALUE ? 1L : 0L) << j;
            }
            bitmap[word] = bits ^ flip;
        }
        cut(bitmap, rows);
    }

    /** Clears the bits past the last row. */
    static void cut(long[] bitmap, int rows) {
        if ((rows & 63) != 0) {
            bitmap[rows >>> 6] &= (1L << rows) - 1;
        }
    }
}
