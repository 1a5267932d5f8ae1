package io.millrace.engine.query;

import io.millrace.base.memory.MemoryTracker;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Wakeup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bounded way from workers to a door's thread. Workers never wait: a full queue answers with a wakeup. What waits is charged to the query. Thread-safe.
 */
final class EventQueue {
    private static final long FULL_BYTES = 4 << 20;

    private final MemoryTracker memory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Deque<ResultEvent> events = new ArrayDeque<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private long bytes;

    EventQueue(MemoryTracker memory) {
        this.memory = memory;
    }

    /**
     * Adds an event; FULL asks the worker to come back after the wakeup.
     *
     * @throws io.millrace.base.error.DbException MEMORY_LIMIT_EXCEEDED for rows and bytes that the query's budget has no room for
     */
    Demand add(ResultEvent event) {
        memory.reserve(charge(event));
        lock.lock();
        try {
            events.add(event);
            bytes += size(event);
            notEmpty.signal();
            return bytes < FULL_BYTES ? Demand.MORE : new Demand.Full(roomAgain());
        } finally {
            lock.unlock();
        }
    }

    private Wakeup roomAgain() {
        return action -> {
            lock.lock();
            try {
                if (bytes >= FULL_BYTES) {
                    waiting.add(action);
                    return;
                }
            } finally {
                lock.unlock();
            }
            action.run();
        };
    }

    /** The next event, waiting for it up to {@code timeout}. */
    Optional<ResultEvent> take(Duration timeout) throws InterruptedException {
        List<Runnable> toWake = List.of();
        ResultEvent event;
        lock.lock();
        try {
            long rest = timeout.toNanos();
            while (events.isEmpty() && rest > 0) {
                rest = notEmpty.awaitNanos(rest);
            }
            event = events.poll();
            if (event == null) {
                return Optional.empty();
            }
            bytes -= size(event);
            if (bytes < FULL_BYTES / 2 && !waiting.isEmpty()) {
                toWake = List.copyOf(waiting);
                waiting.clear();
            }
        } finally {
            lock.unlock();
        }
        memory.release(charge(event));
        toWake.forEach(Runnable::run);
        return Optional.of(event);
    }

    /** News about the query itself always fit. */
    private static long charge(ResultEvent event) {
        return event instanceof ResultEvent.Bytes || event instanceof ResultEvent.Rows ? size(event) : 0;
    }

    private static long size(ResultEvent event) {
        return switch (event) {
            case ResultEvent.Bytes b -> b.bytes().length;
            case ResultEvent.Rows r -> Math.max(1024, r.block().sizeBytes());
            default -> 64;
        };
    }
}
