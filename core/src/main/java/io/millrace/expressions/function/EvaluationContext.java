package io.millrace.expressions.function;

import io.millrace.base.cancel.Cancellation;
import io.millrace.base.memory.MemoryTracker;

/**
 * What running code may ask for: the query's budget and its stop signal. Shared by the drivers of one query; thread-safe.
 *
 * @param seed for rand() and friends; differs from query to query
 */
public record EvaluationContext(MemoryTracker memory, Cancellation cancellation, long seed) {
    /** Bytes up to which an allocation needs no question. */
    private static final long LARGE_BYTES = 1L << 20;

    /**
     * To be called before many bytes are allocated at once: refuses what the query's budget has no room for, and ends a query that has been stopped.
     *
     * @throws io.millrace.base.error.DbException MEMORY_LIMIT_EXCEEDED, or the reason the query was stopped
     */
    public void beforeAllocating(long bytes) {
        cancellation.check();
        if (bytes >= LARGE_BYTES) {
            memory.reserve(bytes);
            memory.release(bytes);
        }
    }

    /** For loops over rows that may be long: ends a stopped query at every 32nd row. */
    public void checkAt(int row) {
        if ((row & 31) == 0) {
            cancellation.check();
        }
    }

    /** For definitions of tables and for tests: no limit, never cancelled. */
    public static EvaluationContext unlimited() {
        return new EvaluationContext(MemoryTracker.root("definitions", 0), new Cancellation(), 0);
    }
}
