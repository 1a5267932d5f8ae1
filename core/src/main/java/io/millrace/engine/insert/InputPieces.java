package io.millrace.engine.insert;

import io.millrace.base.cancel.Cancellation;
import io.millrace.data.block.Block;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import io.millrace.pipeline.flow.Wakeup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bounded way from the thread that reads an INSERT's input to the workers that parse it: pieces of whole rows, taken in any order. The reading
 * thread waits when it is ahead; workers never wait. Thread-safe.
 */
final class InputPieces implements Pipeline.SourcesFactory, Sources {
    /** Work for a driver: makes a block, on a worker. */
    interface Piece {
        Block parse();
    }

    private final int drivers;
    private final int most;
    private final Cancellation cancellation;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean complete;

    InputPieces(int drivers, Cancellation cancellation) {
        this.drivers = drivers;
        this.most = drivers * 2;
        this.cancellation = cancellation;
        cancellation.onCancel(this::wakeEveryone);
    }

    /** Hands a piece over, waiting for room; throws if the query has been stopped. */
    void put(Piece piece) throws InterruptedException {
        List<Runnable> wake;
        lock.lock();
        try {
            while (pieces.size() >= most && !cancellation.isCancelled()) {
                room.await();
            }
            cancellation.check();
            pieces.add(piece);
            wake = takeWaiting();
        } finally {
            lock.unlock();
        }
        wake.forEach(Runnable::run);
    }

    /** No more pieces will come. */
    void end() {
        List<Runnable> wake;
        lock.lock();
        try {
            complete = true;
            wake = takeWaiting();
        } finally {
            lock.unlock();
        }
        wake.forEach(Runnable::run);
    }

    private void wakeEveryone() {
        List<Runnable> wake;
        lock.lock();
        try {
            room.signalAll();
            wake = takeWaiting();
        } finally {
            lock.unlock();
        }
        wake.forEach(Runnable::run);
    }

    private List<Runnable> takeWaiting() {
        List<Runnable> wake = List.copyOf(waiting);
        waiting.clear();
        return wake;
    }

    @Override
    public Sources start() {
        return this;
    }

    @Override
    public int parallelism() {
        return drivers;
    }

    @Override
    public Source open(int driver) {
        return this::poll;
    }

    private Source.Poll poll() {
        @Nullable Piece piece;
        lock.lock();
        try {
            piece = pieces.poll();
            if (piece == null) {
                return complete ? Source.FINISHED : new Source.Poll.Pending(moreToCome());
            }
            room.signal();
        } finally {
            lock.unlock();
        }
        Optional<Block> block = Optional.of(piece.parse()).filter(b -> b.rows() > 0);
        return block.<Source.Poll>map(Source.Poll.Ready::new).orElseGet(this::poll);
    }

    private Wakeup moreToCome() {
        return action -> {
            lock.lock();
            try {
                if (pieces.isEmpty() && !complete && !cancellation.isCancelled()) {
                    waiting.add(action);
                    return;
                }
            } finally {
                lock.unlock();
            }
            action.run();
        };
    }
}
