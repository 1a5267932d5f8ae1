package io.millrace.engine;

import io.millrace.catalog.database.Catalog;
import io.millrace.catalog.engine.SystemCatalog;
import io.millrace.catalog.engine.SystemContext;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableId;
import io.millrace.engine.access.Rights;
import io.millrace.engine.metadata.Databases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalog as one query sees it: the databases, and the system tables, which show the state of its session. Immutable. */
record SessionCatalog(Databases stored, SystemCatalog system, SystemContext context, Rights rights) implements Catalog {
    /** System tables that show what not everybody may know, with what must be granted for it. */
    private static final TableId QUERY_LOG = new TableId("system", "query_log");

    private static final Map<String, String> GUARDED = Map.of(
            "users", "SHOW USERS",
            "roles", "SHOW ROLES",
            "grants", "SHOW USERS",
            "role_grants", "SHOW USERS",
            "quotas", "SHOW QUOTAS",
            "quota_limits", "SHOW QUOTAS",
            "quotas_usage", "SHOW QUOTAS");

    @Override
    public boolean hasDatabase(String name) {
        return system.databases().contains(name) || stored.hasDatabase(name);
    }

    @Override
    public List<String> databases() {
        return Stream.concat(stored.databases().stream(), system.databases().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<Table> tables(String database) {
        if (system.databases().contains(database)) {
            return system.names(database).stream()
                    .flatMap(n -> system.find(database, n, context).stream())
                    .toList();
        }
        return stored.tables(database);
    }

    @Override
    public Optional<Table> find(TableId id) {
        return system.databases().contains(id.database())
                ? system.find(id.database(), id.name(), context)
                : stored.find(id);
    }

    @Override
    public Table get(TableId id) {
        if (system.databases().contains(id.database())) {
            return find(id).orElseThrow(() -> Databases.unknownTable(id, system.names(id.database())));
        }
        return stored.get(id);
    }

    /** The system's tables may be read by everybody, but for those about users. */
    @Override
    public Table forReading(TableId id) {
        if (!system.databases().contains(id.database())) {
            rights.check("SELECT", id.database(), Optional.of(id.name()));
        } else if (id.database().equals("system") && GUARDED.containsKey(id.name())) {
            rights.check(GUARDED.get(id.name()));
        } else if (id.equals(QUERY_LOG)) {
            // It holds what all users have asked.
            rights.check("SELECT", id.database(), Optional.of(id.name()));
        }
        return get(id);
    }
}
