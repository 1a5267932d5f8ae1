package io.millrace.engine;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.engine.SystemContext.RunningQueryFacts;
import io.millrace.engine.query.QueryProgress;
import io.millrace.engine.query.RunningQuery;
import io.millrace.engine.statement.Statements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The queries that run now, by id. Thread-safe. */
final class Processes implements Statements.QueryKiller {
    private static final Duration KILL_WAIT = Duration.ofSeconds(30);

    private final Map<String, RunningQuery> running = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Stops a query of the same user that has the id of a new one. */
    void stopOther(RunningQuery query, Duration most) {
        RunningQuery old = running.get(query.id());
        if (old != null && old.user().equals(query.user())) {
            old.cancel(CancelReason.KILLED);
            if (!await(query.id(), most)) {
                throw new DbException(
                        ErrorCode.QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING,
                        "Query with id = " + query.id() + " is already running and can't be stopped");
            }
        }
    }

    /**
     * @param most how many may run at once; 0 for any number
     * @throws DbException TOO_MANY_SIMULTANEOUS_QUERIES, QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING
     */
    void add(RunningQuery query, long most) {
        if (most > 0 && running.size() >= most) {
            throw new DbException(
                    ErrorCode.TOO_MANY_SIMULTANEOUS_QUERIES,
                    "Too many simultaneous queries. Maximum: " + most
                            + ". Wait for others to end, or raise max_concurrent_queries");
        }
        if (running.putIfAbsent(query.id(), query) != null) {
            throw new DbException(
                    ErrorCode.QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING,
                    "Query with id = " + query.id() + " is already running.");
        }
    }

    void remove(String id) {
        running.remove(id);
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<RunningQueryFacts> facts() {
        return running.values().stream().map(Processes::facts).toList();
    }

    private static RunningQueryFacts facts(RunningQuery query) {
        QueryProgress.Counts counts = query.progress().counts();
        return new RunningQueryFacts(
                query.id(),
                query.user().name(),
                query.description().kind().text(),
                query.text(),
                query.description().database(),
                query.description().client(),
                counts.elapsedNanos() / 1e9,
                counts.readRows(),
                counts.readBytes(),
                counts.totalRowsToRead(),
                counts.writtenRows(),
                counts.writtenBytes(),
                query.memory().usedBytes(),
                query.memory().peakBytes(),
                query.cancellation().isCancelled());
    }

    @Override
    public boolean kill(String queryId, boolean wait) {
        RunningQuery query = running.get(queryId);
        if (query == null) {
            return false;
        }
        query.cancel(CancelReason.KILLED);
        return !wait || await(queryId, KILL_WAIT);
    }

    /** Waits until no query runs, or only until the time is over; then cancels what is left. */
    void drain(Duration grace) {
        long end = System.nanoTime() + grace.toNanos();
        for (String id : List.copyOf(running.keySet())) {
            await(id, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        running.values().forEach(q -> q.cancel(CancelReason.SHUTDOWN));
    }

    private boolean await(String id, Duration most) {
        lock.lock();
        try {
            long rest = most.toNanos();
            while (running.containsKey(id) && rest > 0) {
                rest = changed.awaitNanos(rest);
            }
            return !running.containsKey(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
