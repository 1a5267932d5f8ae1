package io.millrace.postgres.catalog;

import org.jspecify.annotations.Nullable;

/** What an expression sees while it is evaluated: one row, what was computed beside it, and the rows around a subquery. */
final class Frame {
    final @Nullable Object[] row;
    final @Nullable Frame outer;
    final Execution execution;
    /** Values of aggregates or window functions for this row. */
    @Nullable
    Object[] computed = {};
    /** Elements of set-returning functions for this output row. */
    @Nullable
    Object[] sets = {};

    Frame(@Nullable Object[] row, @Nullable Frame outer, Execution execution) {
        this.row = row;
        this.outer = outer;
        this.execution = execution;
    }
}
