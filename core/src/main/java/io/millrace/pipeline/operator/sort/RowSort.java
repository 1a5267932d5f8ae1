package io.millrace.pipeline.operator.sort;

import io.millrace.base.cancel.Cancellation;
import io.millrace.data.column.Column;
import io.millrace.data.order.RowOrder;

/**
 * Stable sorting of row numbers: by radix over prefixes, then by comparing where prefixes are equal. Looks at the query's stop signal every now and then. Not
 * thread-safe.
 */
final class RowSort {
    private static final int SMALL = 192;
    /** Rows whose merging takes long enough to look at the stop signal. */
    private static final int MANY = 1 << 14;

    private final RowOrder order;
    private final Column[] keys;
    private final boolean exact;
    private final Cancellation cancellation;

    /** @param exact whether rows with equal prefixes are equal */
    RowSort(RowOrder order, Column[] keys, boolean exact, Cancellation cancellation) {
        this.order = order;
        this.keys = keys;
        this.exact = exact;
        this.cancellation = cancellation;
    }

    /**
     * Sorts {@code rows}, given in any order, by their prefixes and keys; equal rows stay in their order.
     *
     * @param prefixes prefix of {@code rows[i]} at i; is used up
     */
    void sort(int[] rows, long[] prefixes, int count) {
        if (count < SMALL) {
            insertionSort(rows, prefixes, count);
        } else {
            radixSort(rows, prefixes, count);
        }
        if (exact) {
            return;
        }
        int[] scratch = new int[count];
        int checked = 0;
        for (int from = 0; from < count; ) {
            if (from - checked >= MANY) {
                cancellation.check();
                checked = from;
            }
            int to = from + 1;
            while (to < count && prefixes[to] == prefixes[from]) {
                to++;
            }
            if (to - from > 1) {
                mergeSort(rows, scratch, from, to);
            }
            from = to;
        }
    }

    private static void insertionSort(int[] rows, long[] prefixes, int count) {
        for (int i = 1; i < count; i++) {
            long prefix = prefixes[i];
            int row = rows[i];
            int at = i - 1;
            while (at >= 0 && Long.compareUnsigned(prefixes[at], prefix) > 0) {
                prefixes[at + 1] = prefixes[at];
                rows[at + 1] = rows[at];
                at--;
            }
            prefixes[at + 1] = prefix;
            rows[at + 1] = row;
        }
    }

    /** Least significant digit first, eight bits at a time; bytes that all rows share are skipped. */
    private void radixSort(int[] rows, long[] prefixes, int count) {
        long differing = 0;
        for (int i = 0; i < count; i++) {
            differing |= prefixes[i] ^ prefixes[0];
        }
        long[] fromKeys = prefixes;
        int[] fromRows = rows;
        long[] toKeys = new long[count];
        int[] toRows = new int[count];
        for (int shift = 0; shift < 64; shift += 8) {
            if ((differing >>> shift & 0xFF) == 0) {
                continue;
            }
            scatter(fromKeys, fromRows, toKeys, toRows, count, shift);
            long[] keys = fromKeys;
            fromKeys = toKeys;
            toKeys = keys;
            int[] swapped = fromRows;
            fromRows = toRows;
            toRows = swapped;
        }
        if (fromRows != rows) {
            System.arraycopy(fromRows, 0, rows, 0, count);
            System.arraycopy(fromKeys, 0, prefixes, 0, count);
        }
    }

    private void scatter(long[] fromKeys, int[] fromRows, long[] toKeys, int[] toRows, int count, int shift) {
        int[] next = new int[256];
        cancellation.inPieces(count, (from, to) -> {
            for (int i = from; i < to; i++) {
                next[(int) (fromKeys[i] >>> shift) & 0xFF]++;
            }
        });
        int at = 0;
        for (int digit = 0; digit < 256; digit++) {
            int size = next[digit];
            next[digit] = at;
            at += size;
        }
        cancellation.inPieces(count, (from, to) -> {
            for (int i = from; i < to; i++) {
                long key = fromKeys[i];
                int target = next[(int) (key >>> shift) & 0xFF]++;
                toKeys[target] = key;
                toRows[target] = fromRows[i];
            }
        });
    }

    private void mergeSort(int[] rows, int[] scratch, int from, int to) {
        if (to - from < 8) {
            for (int i = from + 1; i < to; i++) {
                int row = rows[i];
                int at = i - 1;
                while (at >= from && order.compare(keys, rows[at], keys, row) > 0) {
                    rows[at + 1] = rows[at];
                    at--;
                }
                rows[at + 1] = row;
            }
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(rows, scratch, from, middle);
        mergeSort(rows, scratch, middle, to);
        if (order.compare(keys, rows[middle - 1], keys, rows[middle]) <= 0) {
            return;
        }
        if (to - from >= MANY) {
            cancellation.check();
        }
        System.arraycopy(rows, from, scratch, from, middle - from);
        int left = from;
        int right = middle;
        int target = from;
        while (left < middle) {
            if (right < to && order.compare(keys, rows[right], keys, scratch[left]) < 0) {
                rows[target++] = rows[right++];
            } else {
                rows[target++] = scratch[left++];
            }
        }
    }
}
