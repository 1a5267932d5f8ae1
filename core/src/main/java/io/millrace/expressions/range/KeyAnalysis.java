package io.millrace.expressions.range;

import io.millrace.data.column.Column;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link KeyCondition} over concrete key values: answers whether a row between two of them may match. Not thread-safe.
 */
public final class KeyAnalysis {
    /** How far a key column reaches: row numbers of its least and greatest value in the columns of key values; -1 when unbounded. */
    static final class Ranges {
        final int[] low;
        final int[] high;

        Ranges(int keys) {
            low = new int[keys];
            high = new int[keys];
        }

        void set(int key, int lowRow, int highRow) {
            low[key] = lowRow;
            high[key] = highRow;
        }
    }

    /** A part of the formula with its key values. */
    interface Formula {
        int mask(Ranges ranges);
    }

    /** How many pieces an undecided run of granules is cut into. */
    private static final int SPLIT = 8;

    private final Formula formula;
    private final List<ValueOrder> orders;
    private final List<Column> values;
    private final Ranges ranges;

    KeyAnalysis(Formula formula, List<DataType> types, List<Column> values) {
        this.formula = formula;
        this.values = values;
        this.orders = types.stream().map(ValueOrder::of).toList();
        this.ranges = new Ranges(values.size());
    }

    /**
     * Whether rows may match whose keys, as tuples, lie between two rows of the key values.
     *
     * @param from row of the least key
     * @param to row of the greatest key (inclusive), -1 when unbounded
     */
    public boolean mayMatchBetween(int from, int to) {
        return mayMatch(0, from, to);
    }

    private boolean mayMatch(int firstKey, int from, int to) {
        int key = firstKey;
        int keys = values.size();
        if (from >= 0 && to >= 0) {
            while (key < keys && orders.get(key).compare(values.get(key), from, values.get(key), to, 1) == 0) {
                ranges.set(key, from, to);
                key++;
            }
        }
        if (key < keys) {
            ranges.set(key, from, to);
            for (int rest = key + 1; rest < keys; rest++) {
                ranges.set(rest, -1, -1);
            }
        }
        if (!Mask.canBeTrue(formula.mask(ranges))) {
            return false;
        }
        return key >= keys - 1 || from < 0 || to < 0 || splitMayMatch(key, from, to);
    }

    /**
     * The ends of the range of the first key that differs have bounds for the keys behind it: (a, b) from (1, 5) to (3, 2) is a = 1 with b from 5 on, or
     * a between 1 and 3, or a = 3 with b up to 2. Only the ends are looked at more closely; the middle needs values between them.
     */
    private boolean splitMayMatch(int key, int from, int to) {
        if (!isNextTo(key, from, to)) {
            return true;
        }
        ranges.set(key, from, from);
        ranges.set(key + 1, from, -1);
        if (Mask.canBeTrue(formula.mask(ranges))) {
            return true;
        }
        ranges.set(key, to, to);
        ranges.set(key + 1, -1, to);
        return Mask.canBeTrue(formula.mask(ranges));
    }

    /** Whether no value lies between two of an integer key, so that a range has only its ends. */
    private boolean isNextTo(int key, int from, int to) {
        Column column = values.get(key);
        return switch (column) {
            case io.millrace.data.column.ByteColumn c -> c.values()[to] == c.values()[from] + 1;
            case io.millrace.data.column.ShortColumn c -> c.values()[to] == c.values()[from] + 1;
            case io.millrace.data.column.IntColumn c -> c.values()[to] == c.values()[from] + 1;
            case io.millrace.data.column.LongColumn c -> c.values()[to] == c.values()[from] + 1;
            default -> false;
        };
    }

    /** Whether rows may match of which key {@code i} lies between rows 0 and 1 of its values, each key by itself: minimum and maximum. */
    public boolean mayMatchMinMax() {
        for (int key = 0; key < values.size(); key++) {
            ranges.set(key, 0, 1);
        }
        return Mask.canBeTrue(formula.mask(ranges));
    }

    /** Whether rows may match that all have the key values of row 0. */
    public boolean mayMatchPoint() {
        for (int key = 0; key < values.size(); key++) {
            ranges.set(key, 0, 0);
        }
        return Mask.canBeTrue(formula.mask(ranges));
    }

    /** A run of granules {@code begin .. end} (exclusive) that may hold matching rows. */
    public record Run(int begin, int end) {}

    /**
     * The runs of granules that may hold matching rows, where row i of the key values is the first key of granule i. The last granule ends at row
     * {@code granules} if there is one.
     */
    public List<Run> runs(int granules, boolean hasLastKey) {
        List<Run> found = new ArrayList<>();
        if (granules > 0) {
            search(0, granules, granules, hasLastKey, found);
        }
        return found;
    }

    private void search(int begin, int end, int granules, boolean hasLastKey, List<Run> found) {
        int to = end < granules || hasLastKey ? end : -1;
        if (!mayMatchBetween(begin, to)) {
            return;
        }
        if (end - begin == 1) {
            if (!found.isEmpty() && found.getLast().end() == begin) {
                found.set(found.size() - 1, new Run(found.getLast().begin(), end));
            } else {
                found.add(new Run(begin, end));
            }
            return;
        }
        int step = Math.max(1, (end - begin + SPLIT - 1) / SPLIT);
        for (int at = begin; at < end; at += step) {
            search(at, Math.min(end, at + step), granules, hasLastKey, found);
        }
    }
}
