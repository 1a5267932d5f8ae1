package io.millrace.base.time;

import java.time.Duration;

/**
 * The one place that runs things later or in the background: merges, time limits, progress ticks. Real in the server, virtual and seeded in tests, where an
 * hour passes at once.
 */
public interface Scheduler {
    /** Runs {@code task} once after {@code delay} on a background thread. Tasks that fail are logged and do not harm others. */
    Handle schedule(Duration delay, Runnable task);

    /**
     * Like {@link #schedule}, but does not wait for a background thread to be free: for moments that matter, like a query's time limit. {@code task} must be
     * short and must not block.
     */
    default Handle alarm(Duration delay, Runnable task) {
        return schedule(delay, task);
    }

    /** Stops taking tasks; waits for running ones up to {@code grace}. */
    void shutdown(Duration grace);

    /** A scheduled task. */
    interface Handle {
        /** Keeps the task from running if it has not begun. */
        void cancel();
    }
}
