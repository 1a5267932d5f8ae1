package io.millrace.pipeline.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Platform threads that drive queries (or, as a second instance, merges), taking turns between runs so that a long query does not starve a short one.
 * Thread-safe.
 */
public final class WorkerPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final long POOLED_BYTES = 256L << 20;

    private final LongArrays arrays = new LongArrays(POOLED_BYTES);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    /** Lanes that have tasks, the next one to serve first. */
    private final ArrayDeque<Lane> ring = new ArrayDeque<>();

    private final List<Thread> workers = new ArrayList<>();
    private boolean closed;

    /** Starts {@code threads} threads named {@code name-0}, {@code name-1}, ... */
    public WorkerPool(int threads, String name) {
        for (int i = 0; i < threads; i++) {
            workers.add(Thread.ofPlatform().name(name + "-" + i).daemon(true).start(this::work));
        }
    }

    public int threads() {
        return workers.size();
    }

    /** Buffers that the operators on this pool share. */
    public LongArrays arrays() {
        return arrays;
    }

    /** A place in the round for one run. */
    Lane newLane() {
        return new Lane();
    }

    private void work() {
        while (true) {
            Runnable task;
            lock.lock();
            try {
                while (ring.isEmpty()) {
                    if (closed) {
                        return;
                    }
                    work.awaitUninterruptibly();
                }
                Lane lane = ring.removeFirst();
                task = lane.tasks.removeFirst();
                if (!lane.tasks.isEmpty()) {
                    ring.addLast(lane);
                }
            } finally {
                lock.unlock();
            }
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                // a task ends its query itself when it can; the thread must outlive one that could not
                LOG.error("A task of a query has failed", e);
            }
        }
    }

    /** Ends the threads once no task is queued any more; runs should have been cancelled before. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The tasks of one run that can go on, first in, first out. Tasks must not throw. */
    final class Lane {
        private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
        /** Whether the thread that began the run does the tasks itself. */
        private boolean held;

        void submit(Runnable task) {
            lock.lock();
            try {
                tasks.addLast(task);
                if (held) {
                    return;
                }
                if (tasks.size() == 1) {
                    ring.addLast(this);
                }
                work.signal();
            } finally {
                lock.unlock();
            }
        }

        /** Keeps the tasks that are submitted from the workers, until {@link #runHeld}. */
        void hold() {
            lock.lock();
            try {
                held = true;
            } finally {
                lock.unlock();
            }
        }

        /** Runs the tasks, and those that they submit, on the calling thread; what comes after the last one is the workers' again. */
        void runHeld() {
            while (true) {
                Runnable task;
                lock.lock();
                try {
                    if (tasks.isEmpty()) {
                        held = false;
                        return;
                    }
                    task = tasks.removeFirst();
                } finally {
                    lock.unlock();
                }
                task.run();
            }
        }
    }
}
