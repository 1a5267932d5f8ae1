package io.millrace.postgres.catalog;

import io.millrace.catalog.database.Catalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the catalog gets to know of the session that asks, and what its functions may do to it. */
public interface CatalogSession {
    /** The current database, PostgreSQL's current schema. */
    String schema();

    /** What {@code current_database()} says. */
    String database();

    String user();

    /** Whether this user's grants allow something in a database or table. */
    boolean may(String privilege, String database, Optional<String> table);

    /** The users and roles this user may see, itself first. */
    List<Principal> principals();

    /** The databases and tables this user may see. */
    Catalog catalog();

    ObjectIds ids();

    Optional<String> variable(String name);

    Map<String, String> variables();

    /** {@code set_config}: the new value as it is kept. */
    String setVariable(String name, String value, boolean local);

    /** The text of {@code version()}. */
    String version();

    /** The number of the connection. */
    int process();

    /** {@code pg_cancel_backend}. */
    boolean cancel(int process);

    /** {@code pg_notify}. */
    void notify(String channel, String payload);

    /** {@code pg_listening_channels}. */
    Set<String> listening();

    /** Waits, until the client cancels. */
    void sleep(double seconds);

    /** The time zone's name. */
    String zone();
}
