package io.millrace.expressions.function;

import io.millrace.base.cancel.Cancellation;
import io.millrace.base.memory.MemoryTracker;

/**
 * What running code may ask for: the query's budget and its stop signal. Shared by the drivers of one query; thread-safe.
 *
 * @param seed for rand() and friends; differs from query to query
 */
public record EvaluationContext(MemoryTracker memory, Cancellation cancellation, long seed) {
    /** For folding constants and for tests: no limit, never cancelled. */
    public static EvaluationContext unlimited() {
        return new EvaluationContext(MemoryTracker.root("constant folding", 0), new Cancellation(), 0);
    }
}
