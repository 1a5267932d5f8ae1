package io.millrace.base.health;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The register of tables that follow something else: replicas, and tables fed by change data capture. Whoever keeps such a
 * table registers a source; whoever reports health asks for all lags. Thread-safe.
 */
public final class ReplicaHealth {
    private final List<Source> sources = new CopyOnWriteArrayList<>();

    /**
     * How far a table is behind.
     *
     * @param absoluteSeconds behind what it follows
     * @param relativeSeconds behind the best follower
     * @param readonly whether it has stopped to follow
     */
    public record Lag(String database, String table, long absoluteSeconds, long relativeSeconds, boolean readonly) {}

    /** Knows the lags of some tables. Called by any thread; must be quick. */
    public interface Source {
        List<Lag> lags();
    }

    /** Ends a registration. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    public Registration register(Source source) {
        sources.add(source);
        return () -> sources.remove(source);
    }

    /** All tables that follow something. */
    public List<Lag> lags() {
        return sources.stream().flatMap(source -> source.lags().stream()).toList();
    }
}
