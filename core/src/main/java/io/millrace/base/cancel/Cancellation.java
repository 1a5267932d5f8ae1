package io.millrace.base.cancel;

import io.millrace.base.error.DbException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stop signal of one query: set once, with a reason; drivers look once per block, long loops between pieces of
 * their work, blocking calls register a closer.
 *
 * <p>Thread-safe. {@link #check()} is cheap: one volatile read.
 */
public final class Cancellation {
    private static final int PIECE = 1 << 17;

    private final List<Runnable> closers = new ArrayList<>();
    private volatile Optional<CancelReason> reason = Optional.empty();
    private volatile String detail = "";

    /** Stops the query; only the first call counts. */
    public void cancel(CancelReason why) {
        cancel(why, why.text());
    }

    /** Stops the query with a text of its own, for example how long it ran against which limit. */
    public void cancel(CancelReason why, String text) {
        List<Runnable> toRun;
        synchronized (closers) {
            if (reason.isPresent()) {
                return;
            }
            detail = text;
            reason = Optional.of(why);
            toRun = List.copyOf(closers);
            closers.clear();
        }
        toRun.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        return reason.isPresent();
    }

    public Optional<CancelReason> reason() {
        return reason;
    }

    /**
     * Throws if the query has been stopped.
     *
     * @throws DbException with the reason's code
     */
    public void check() {
        if (reason.isPresent()) {
            throw failure();
        }
    }

    /**
     * Does work on the numbers 0 to {@code count} in pieces of some milliseconds and looks at the signal before each: for loops over more than a block.
     *
     * @throws DbException with the reason's code, between two pieces
     */
    public void inPieces(int count, Piece work) {
        for (int from = 0; from < count; ) {
            check();
            int to = from + Math.min(PIECE, count - from);
            work.run(from, to);
            from = to;
        }
    }

    /** Work on the numbers {@code from} to {@code to} (exclusive). */
    public interface Piece {
        void run(int from, int to);
    }

    /** The error of a stopped query. */
    public DbException failure() {
        return new DbException(reason.map(CancelReason::code).orElseThrow(), detail);
    }

    /** Runs {@code closer} when the query is stopped (at once if it already is); for calls that block outside our code. */
    public void onCancel(Runnable closer) {
        synchronized (closers) {
            if (reason.isEmpty()) {
                closers.add(closer);
                return;
            }
        }
        closer.run();
    }
}
