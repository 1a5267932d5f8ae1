package io.millrace.engine.query;

import io.millrace.base.error.DbException;
import io.millrace.catalog.engine.SystemContext.LoggedQuery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The last queries, in memory: what there is no room for is forgotten, and a restart forgets all. Thread-safe.
 */
public final class QueryLog {
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_CHARACTERS = 16L << 20;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<LoggedQuery> entries = new ArrayDeque<>();
    private long characters;

    public QueryLog(InstantSource clock) {
        this.clock = clock;
    }

    /** A query has begun. */
    public void started(QueryDescription query, QueryProgress.Counts counts) {
        add(query, "QueryStart", counts, Optional.empty());
    }

    /** A query was refused before it could begin. */
    public void refused(QueryDescription query, QueryProgress.Counts counts, DbException why) {
        add(query, "ExceptionBeforeStart", counts, Optional.of(why));
    }

    /** A query has ended. */
    public void ended(QueryDescription query, QueryProgress.Counts counts, Optional<DbException> failure) {
        add(query, failure.isPresent() ? "ExceptionWhileProcessing" : "QueryFinish", counts, failure);
    }

    private void add(QueryDescription query, String type, QueryProgress.Counts counts, Optional<DbException> failure) {
        Instant now = clock.instant();
        LoggedQuery entry = new LoggedQuery(
                type,
                now,
                now.minusNanos(counts.elapsedNanos()),
                counts.elapsedNanos() / 1_000_000,
                query.id(),
                query.user().name(),
                query.kind().text(),
                query.text(),
                query.database(),
                query.client(),
                counts.readRows(),
                counts.readBytes(),
                counts.writtenRows(),
                counts.writtenBytes(),
                counts.resultRows(),
                counts.resultBytes(),
                counts.memoryBytes(),
                failure.map(e -> e.code().number()).orElse(0),
                failure.map(e -> String.valueOf(e.getMessage())).orElse(""));
        lock.lock();
        try {
            entries.addLast(entry);
            characters += size(entry);
            while (entries.size() > MOST_ENTRIES || characters > MOST_CHARACTERS && entries.size() > 1) {
                characters -= size(entries.removeFirst());
            }
        } finally {
            lock.unlock();
        }
    }

    private static long size(LoggedQuery entry) {
        return (long) entry.query().length() + entry.exception().length();
    }

    /** What is kept, in its order. */
    public List<LoggedQuery> entries() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }
}
