package io.millrace.catalog.engine;

import io.millrace.catalog.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * The tables that come with the server: those of {@code system}, {@code information_schema} and {@code INFORMATION_SCHEMA}. Handed to the engine
 * from above. Thread-safe.
 */
public interface SystemCatalog {
    /** Names of the databases it has tables for, sorted. */
    List<String> databases();

    /** A table that shows the state {@code context} gives at the moment of each scan; empty if there is none of that name. */
    Optional<Table> find(String database, String name, SystemContext context);

    /** Names of a database's tables, sorted; empty for other databases. */
    List<String> names(String database);
}
