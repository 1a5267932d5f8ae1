package io.millrace.mergetree.write;

import io.millrace.base.cancel.Cancellation;
import io.millrace.data.column.Column;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sorts rows by their keys, stably, NULL and NaN last: radix passes over the words of one key, then only the runs of equal words by the next. Not
 * thread-safe.
 */
public final class SortPermutation {
    private static final int RADIX_FROM = 64;

    /** Rows that take long enough to sort to look at the stop signal. */
    private static final int MANY = 1 << 14;

    private final Cancellation cancellation;
    private final int keys;
    private final List<Column> columns;
    private final List<ValueOrder> orders = new ArrayList<>();
    private final List<Optional<SortWords>> words = new ArrayList<>();
    private int[] spare = new int[0];
    private long[] values = new long[0];
    private long[] spareValues = new long[0];

    /** @param columns plain key columns */
    public SortPermutation(List<DataType> types, List<Column> columns, Cancellation cancellation) {
        this.cancellation = cancellation;
        this.keys = types.size();
        this.columns = List.copyOf(columns);
        for (int key = 0; key < keys; key++) {
            orders.add(ValueOrder.of(types.get(key)));
            words.add(SortWords.of(types.get(key), columns.get(key)));
        }
    }

    /** Compares two rows by all keys. */
    public int compare(int a, int b) {
        return compareFrom(0, a, b);
    }

    private int compareFrom(int firstKey, int a, int b) {
        for (int key = firstKey; key < keys; key++) {
            Column column = columns.get(key);
            int order = orders.get(key).compare(column, a, column, b, 1);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Whether rows are in order already. */
    boolean isSorted(int[] rows) {
        for (int i = 1; i < rows.length; i++) {
            if (i % MANY == 0) {
                cancellation.check();
            }
            if (compare(rows[i - 1], rows[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Sorts row numbers in place. */
    public void sort(int[] rows) {
        if (keys == 0 || isSorted(rows)) {
            return;
        }
        spare = new int[rows.length];
        values = new long[rows.length];
        spareValues = new long[rows.length];
        sort(rows, 0, rows.length, 0);
    }

    private void sort(int[] rows, int from, int to, int key) {
        if (to - from < 2 || key == keys) {
            return;
        }
        Optional<SortWords> word = words.get(key);
        if (to - from < RADIX_FROM || word.isEmpty()) {
            mergeSort(rows, from, to, key);
            return;
        }
        radixSort(rows, from, to, word.get().words());
        long[] sorted = word.get().words();
        int run = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || sorted[rows[i]] != sorted[rows[run]]) {
                if (word.get().exact()) {
                    sort(rows, run, i, key + 1);
                } else {
                    mergeSort(rows, run, i, key);
                }
                run = i;
            }
        }
    }

    /** One pass per byte in which the words differ, least significant first. */
    private void radixSort(int[] rows, int from, int to, long[] word) {
        long all = -1L;
        long any = 0;
        for (int i = from; i < to; i++) {
            long value = word[rows[i]];
            values[i] = value;
            all &= value;
            any |= value;
        }
        long differing = all ^ any;
        int[] starts = new int[257];
        for (int shift = 0; shift < 64; shift += 8) {
            if ((differing >>> shift & 0xFF) == 0) {
                continue;
            }
            if (to - from >= MANY) {
                cancellation.check();
            }
            java.util.Arrays.fill(starts, 0);
            for (int i = from; i < to; i++) {
                starts[(int) (values[i] >>> shift & 0xFF) + 1]++;
            }
            starts[0] = from;
            for (int i = 1; i < 257; i++) {
                starts[i] += starts[i - 1];
            }
            for (int i = from; i < to; i++) {
                int target = starts[(int) (values[i] >>> shift & 0xFF)]++;
                spare[target] = rows[i];
                spareValues[target] = values[i];
            }
            System.arraycopy(spare, from, rows, from, to - from);
            System.arraycopy(spareValues, from, values, from, to - from);
        }
    }

    private void mergeSort(int[] rows, int from, int to, int key) {
        if (to - from <= 8) {
            for (int i = from + 1; i < to; i++) {
                int row = rows[i];
                int at = i - 1;
                while (at >= from && compareFrom(key, rows[at], row) > 0) {
                    rows[at + 1] = rows[at];
                    at--;
                }
                rows[at + 1] = row;
            }
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(rows, from, middle, key);
        mergeSort(rows, middle, to, key);
        if (compareFrom(key, rows[middle - 1], rows[middle]) <= 0) {
            return;
        }
        if (to - from >= MANY) {
            cancellation.check();
        }
        System.arraycopy(rows, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        int at = from;
        while (left < middle && right < to) {
            rows[at++] = compareFrom(key, spare[left], rows[right]) <= 0 ? spare[left++] : rows[right++];
        }
        System.arraycopy(spare, left, rows, at, middle - left);
    }
}
