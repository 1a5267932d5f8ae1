package io.millrace.pipeline.run;

import io.millrace.base.memory.MemoryTracker;

/** What one growing thing holds of the query's memory. Thread-safe. */
public final class Reservation implements AutoCloseable {
    private final MemoryTracker tracker;
    private long held;

    public Reservation(MemoryTracker tracker) {
        this.tracker = tracker;
    }

    /**
     * Makes the held amount {@code bytes}; call it before allocating.
     *
     * @throws io.millrace.base.error.DbException MEMORY_LIMIT_EXCEEDED, and the amount stays as it was
     */
    public synchronized void resize(long bytes) {
        long more = bytes - held;
        if (more > 0) {
            tracker.reserve(more);
        } else {
            tracker.release(-more);
        }
        held = bytes;
    }

    /**
     * Charges more bytes.
     *
     * @throws io.millrace.base.error.DbException MEMORY_LIMIT_EXCEEDED; the reservation stays as it was
     */
    public synchronized void grow(long more) {
        resize(held + more);
    }

    public synchronized long held() {
        return held;
    }

    @Override
    public void close() {
        resize(0);
    }
}
