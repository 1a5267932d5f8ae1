package io.millrace.functions.scalar.array;

import java.util.function.IntBinaryOperator;

/** A stable merge sort of row numbers. */
final class IndexSort {
    private IndexSort() {}

    /** Sorts {@code indexes[from, to)}. */
    static void sort(int[] indexes, int from, int to, IntBinaryOperator order) {
        sort(indexes, from, to, order, new int[to - from]);
    }

    private static void sort(int[] indexes, int from, int to, IntBinaryOperator order, int[] buffer) {
        if (to - from < 8) {
            for (int i = from + 1; i < to; i++) {
                int moved = indexes[i];
                int at = i;
                while (at > from && order.applyAsInt(indexes[at - 1], moved) > 0) {
                    indexes[at] = indexes[at - 1];
                    at--;
                }
                indexes[at] = moved;
            }
            return;
        }
        int middle = (from + to) >>> 1;
        sort(indexes, from, middle, order, buffer);
        sort(indexes, middle, to, order, buffer);
        System.arraycopy(indexes, from, buffer, 0, middle - from);
        int left = 0;
        int right = middle;
        for (int at = from; left < middle - from; at++) {
            boolean takeRight = right < to && order.applyAsInt(buffer[left], indexes[right]) > 0;
            indexes[at] = takeRight ? indexes[right++] : buffer[left++];
        }
    }
}
