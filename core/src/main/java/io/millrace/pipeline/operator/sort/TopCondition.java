package io.millrace.pipeline.operator.sort;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The condition that a row may still be among the first rows of an order, over the leading keys. It becomes stricter while rows are sorted, so that a scan
 * which applies it reads the other columns of fewer and fewer rows. Thread-safe.
 *
 * @param threshold the highest prefix that can be among the first
 * @param strict whether rows at the threshold are not needed either
 */
record TopCondition(SortPrefix prefix, AtomicLong threshold, boolean strict) implements BoundPredicate {
    @Override
    public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
        long highest = threshold.get();
        if (highest == -1L) {
            Bitmaps.setAll(bitmap, rows);
            return;
        }
        if (strict && highest == 0) {
            Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
            return;
        }
        long last = strict ? highest - 1 : highest;
        if (prefix.upTo(last, arguments, rows, bitmap)) {
            return;
        }
        // unsigned order as signed
        long bound = last ^ Long.MIN_VALUE;
        long[] prefixes = prefix.of(arguments, rows);
        for (int word = 0; word < Bitmaps.words(rows); word++) {
            int from = word << 6;
            int count = Math.min(64, rows - from);
            long bits = 0;
            for (int i = 0; i < count; i++) {
                bits |= ((prefixes[from + i] ^ Long.MIN_VALUE) <= bound ? 1L : 0L) << i;
            }
            bitmap[word] = bits;
        }
    }
}
