package io.millrace.engine.query;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.memory.MemoryTracker;
import io.millrace.engine.access.User;
import io.millrace.engine.quota.QuotaMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * A query on its way: the handle a door holds. One thread reads the events; anybody may cancel.
 */
public final class RunningQuery implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final QueryDescription description;
    private final Cancellation cancellation;
    private final MemoryTracker memory;
    private final QueryProgress progress;
    private final QuotaMeter quota;
    private final EventQueue events;
    private volatile Runnable whenIdle = () -> {};
    private final EndListener onEnd;
    private final Runnable onClose;
    private boolean ended;
    private boolean closed;

    /** Told once how a query has ended: with Failed or Finished. */
    public interface EndListener {
        void ended(RunningQuery query, ResultEvent event);
    }

    /**
     * @param onEnd told when the last event is taken
     * @param onClose what to do when nothing of the query is left
     */
    public RunningQuery(
            QueryDescription description,
            Cancellation cancellation,
            MemoryTracker memory,
            QuotaMeter quota,
            EndListener onEnd,
            Runnable onClose) {
        this.description = description;
        this.onEnd = onEnd;
        this.cancellation = cancellation;
        this.memory = memory;
        this.events = new EventQueue(memory);
        this.quota = quota;
        this.progress = new QueryProgress(quota);
        this.onClose = onClose;
    }

    public String id() {
        return description.id();
    }

    public User user() {
        return description.user();
    }

    /** The statement, without data. */
    public String text() {
        return description.text();
    }

    public QueryDescription description() {
        return description;
    }

    public QueryProgress progress() {
        return progress;
    }

    /** What it uses of its user's quota. */
    public QuotaMeter quota() {
        return quota;
    }

    public MemoryTracker memory() {
        return memory;
    }

    public Cancellation cancellation() {
        return cancellation;
    }

    /** What to do when the door waits in vain: hand on what has not been worth an event yet. */
    void whenIdle(Runnable action) {
        whenIdle = action;
    }

    EventQueue events() {
        return events;
    }

    /** Tells the door something; from whichever thread runs the query. */
    public void deliver(ResultEvent event) {
        events.add(event);
    }

    /**
     * The next event, or Progress when there is none within {@code timeout}. After Failed or Finished nothing may be asked.
     */
    public ResultEvent next(Duration timeout) {
        progress.usedMemory(memory.peakBytes());
        try {
            Optional<ResultEvent> event = events.take(timeout);
            if (event.isEmpty()) {
                whenIdle.run();
                event = events.take(Duration.ZERO);
            }
            event.ifPresent(this::notice);
            return event.orElseGet(() -> new ResultEvent.Progress(progress.counts()));
        } catch (InterruptedException e) {
            cancel(CancelReason.CLIENT_GONE);
            Thread.currentThread().interrupt();
            return new ResultEvent.Failed(new DbException(ErrorCode.ABORTED, "The connection was interrupted"));
        }
    }

    private void notice(ResultEvent event) {
        if (event instanceof ResultEvent.Failed || event instanceof ResultEvent.Finished) {
            ended = true;
            quota.end(event instanceof ResultEvent.Failed);
            onEnd.ended(this, event);
        }
    }

    /** The next event, however long it takes. */
    public ResultEvent next() {
        while (true) {
            ResultEvent event = next(LOOK_AGAIN);
            if (!(event instanceof ResultEvent.Progress)) {
                return event;
            }
        }
    }

    /** Ends the query for a reason that its client is told; does nothing when it has ended. */
    public void cancel(CancelReason reason) {
        cancellation.cancel(reason);
    }

    /** Ends the query: cancels it if it still runs, waits for its end, gives back its budget. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!ended) {
            cancel(CancelReason.CLIENT_GONE);
            while (!ended) {
                next(Duration.ofSeconds(1));
            }
        }
        memory.close();
        onClose.run();
    }
}
