package io.millrace.pipeline.run;

import io.millrace.data.block.Block;
import io.millrace.pipeline.flow.Demand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Blocks on their way from drivers to somebody else, bounded by number and bytes: givers are told to wait, takers may wait blocking (virtual threads) or be called
 * (drivers). Thread-safe.
 */
public final class BlockQueue {
    private final int maxBlocks;
    private final long maxBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Block> blocks = new ArrayDeque<>();
    private final List<Runnable> givers = new ArrayList<>();
    private final List<Runnable> takers = new ArrayList<>();
    private long bytes;
    private boolean ended;
    private boolean closed;
    private @Nullable Throwable failure;

    public BlockQueue(int maxBlocks, long maxBytes) {
        this.maxBlocks = maxBlocks;
        this.maxBytes = maxBytes;
    }

    /** Takes the block in; says full when it was the last that fits, enough when nobody takes any more. */
    public Demand give(Block block) {
        List<Runnable> toRun;
        boolean full;
        lock.lock();
        try {
            if (closed) {
                return Demand.ENOUGH;
            }
            blocks.addLast(block);
            bytes += block.sizeBytes();
            full = isFull();
            toRun = drained(takers);
            changed.signal();
        } finally {
            lock.unlock();
        }
        toRun.forEach(Runnable::run);
        return full ? new Demand.Full(this::whenRoom) : Demand.MORE;
    }

    private boolean isFull() {
        return blocks.size() >= maxBlocks || bytes >= maxBytes;
    }

    private static List<Runnable> drained(List<Runnable> actions) {
        List<Runnable> taken = List.copyOf(actions);
        actions.clear();
        return taken;
    }

    private void whenRoom(Runnable action) {
        lock.lock();
        try {
            if (!closed && isFull()) {
                givers.add(action);
                return;
            }
        } finally {
            lock.unlock();
        }
        action.run();
    }

    /** Runs {@code action} once there is a block or there will never be one. */
    public void whenAvailable(Runnable action) {
        lock.lock();
        try {
            if (blocks.isEmpty() && !ended && !closed) {
                takers.add(action);
                return;
            }
        } finally {
            lock.unlock();
        }
        action.run();
    }

    /** A block, if there is one now. */
    public Optional<Block> poll() {
        List<Runnable> toRun = List.of();
        Optional<Block> taken;
        lock.lock();
        try {
            taken = Optional.ofNullable(blocks.pollFirst());
            if (taken.isPresent()) {
                bytes -= taken.get().sizeBytes();
                toRun = isFull() ? toRun : drained(givers);
            }
        } finally {
            lock.unlock();
        }
        toRun.forEach(Runnable::run);
        return taken;
    }

    /**
     * A block as soon as there is one; empty at the end. For virtual threads and tests.
     *
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public Optional<Block> take() throws InterruptedException {
        lock.lock();
        try {
            while (blocks.isEmpty() && !ended && !closed) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
        return poll();
    }

    /** Nothing will be given any more, because of a failure if there is one. */
    public void end(Optional<Throwable> why) {
        List<Runnable> toRun;
        lock.lock();
        try {
            ended = true;
            failure = why.orElse(null);
            toRun = drained(takers);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        toRun.forEach(Runnable::run);
    }

    /** Whether the last block has been taken and no further will come. */
    public boolean isOver() {
        lock.lock();
        try {
            return closed || ended && blocks.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Why it ended, if that was a failure. */
    public Optional<Throwable> failure() {
        lock.lock();
        try {
            return Optional.ofNullable(failure);
        } finally {
            lock.unlock();
        }
    }

    /** Nobody will take any more: drops what is queued and lets givers stop. */
    public void close() {
        List<Runnable> toRun = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            blocks.clear();
            bytes = 0;
            toRun.addAll(drained(givers));
            toRun.addAll(drained(takers));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        toRun.forEach(Runnable::run);
    }
}
