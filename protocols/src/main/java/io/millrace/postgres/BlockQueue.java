package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.data.block.Block;
import io.millrace.engine.insert.BlockSource;
import io.millrace.pipeline.run.Reservation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Blocks on their way from a connection's thread to an INSERT's; holds a few. Thread-safe. */
final class BlockQueue implements BlockSource {
    private static final int MOST = 2;
    private static final long PATIENCE_NANOS = 100_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final Reservation waiting;
    private boolean ended;
    private boolean aborted;

    /**
     * @param memory what the blocks are charged to while they wait
     */
    BlockQueue(MemoryTracker memory) {
        this.waiting = new Reservation(memory);
    }

    /** Waits a moment for room; false when there was none. */
    boolean offer(Block block) {
        lock.lock();
        try {
            long left = PATIENCE_NANOS;
            while (blocks.size() >= MOST && !aborted && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (blocks.size() >= MOST) {
                return false;
            }
            waiting.grow(block.sizeBytes());
            blocks.add(block);
            changed.signalAll();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** No more blocks come: all is well. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** No more blocks come, and those that came must not be kept. */
    void abort() {
        lock.lock();
        try {
            aborted = true;
            blocks.clear();
            waiting.close();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Block> next() throws InterruptedException {
        lock.lock();
        try {
            while (blocks.isEmpty() && !ended && !aborted) {
                changed.await();
            }
            if (aborted) {
                throw new DbException(ErrorCode.ABORTED, "COPY was aborted");
            }
            Optional<Block> block = Optional.ofNullable(blocks.poll());
            block.ifPresent(b -> waiting.grow(-b.sizeBytes()));
            changed.signalAll();
            return block;
        } finally {
            lock.unlock();
        }
    }
}
