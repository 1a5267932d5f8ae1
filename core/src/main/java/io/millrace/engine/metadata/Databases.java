package io.millrace.engine.metadata;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.text.Suggestions;
import io.millrace.catalog.ability.Watching;
import io.millrace.catalog.database.Catalog;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The databases in memory: one immutable map of maps, replaced as a whole. Thread-safe; changes are serialized by {@link MetadataStore}'s lock.
 */
public final class Databases implements Catalog {
    private volatile Map<String, Map<String, Table>> databases = Map.of();
    /** Tables that have a file and could not be loaded, and why. */
    private final Map<TableId, String> broken = new ConcurrentHashMap<>();

    @Override
    public boolean hasDatabase(String name) {
        return databases.containsKey(name);
    }

    @Override
    public List<String> databases() {
        return databases.keySet().stream().sorted().toList();
    }

    @Override
    public List<Table> tables(String database) {
        Map<String, Table> tables = databases.get(database);
        if (tables == null) {
            throw unknownDatabase(database);
        }
        return new TreeMap<>(tables).values().stream().toList();
    }

    @Override
    public Optional<Table> find(TableId id) {
        return Optional.ofNullable(
                databases.getOrDefault(id.database(), Map.of()).get(id.name()));
    }

    @Override
    public Table get(TableId id) {
        Map<String, Table> tables = databases.get(id.database());
        if (tables == null) {
            throw unknownDatabase(id.database());
        }
        Table table = tables.get(id.name());
        if (table == null) {
            String why = broken.get(id);
            if (why != null) {
                throw new DbException(
                        ErrorCode.CORRUPTED_DATA,
                        "Table " + id + " could not be loaded when the server started: " + why);
            }
            throw unknownTable(id, tables.keySet());
        }
        return table;
    }

    /** The name of the table of a UUID. */
    Optional<TableId> withUuid(UUID uuid) {
        return databases.values().stream()
                .flatMap(tables -> tables.values().stream())
                .filter(table -> table.definition().uuid().equals(uuid))
                .map(Table::id)
                .findFirst();
    }

    /** The error of a table that is not there, with names that are near. */
    public static DbException unknownTable(TableId id, Collection<String> names) {
        return new DbException(
                ErrorCode.UNKNOWN_TABLE, "Table " + id + " does not exist." + Suggestions.closest(id.name(), names));
    }

    DbException unknownDatabase(String name) {
        return new DbException(
                ErrorCode.UNKNOWN_DATABASE,
                "Database " + name + " does not exist." + Suggestions.closest(name, databases.keySet()));
    }

    /** Materialized views that follow a table. */
    public List<Table> watchers(TableId source) {
        List<Table> watchers = new ArrayList<>();
        for (Map<String, Table> tables : databases.values()) {
            for (Table table : tables.values()) {
                if (table instanceof Watching view && view.source().equals(source)) {
                    watchers.add(table);
                }
            }
        }
        watchers.sort(Comparator.comparing(t -> t.id().toString()));
        return watchers;
    }

    // ---- changes, under the store's lock

    void addDatabase(String name) {
        Map<String, Map<String, Table>> copy = new TreeMap<>(databases);
        copy.putIfAbsent(name, Map.of());
        databases = Map.copyOf(copy);
    }

    void removeDatabase(String name) {
        Map<String, Map<String, Table>> copy = new TreeMap<>(databases);
        copy.remove(name);
        broken.keySet().removeIf(id -> id.database().equals(name));
        databases = Map.copyOf(copy);
    }

    void putBroken(TableId id, String why) {
        broken.put(id, why);
    }

    void removeBroken(TableId id) {
        broken.remove(id);
    }

    boolean isBroken(TableId id) {
        return broken.containsKey(id);
    }

    void put(TableId id, Table table) {
        broken.remove(id);
        Map<String, Map<String, Table>> copy = new TreeMap<>(databases);
        Map<String, Table> tables = new TreeMap<>(copy.getOrDefault(id.database(), Map.of()));
        tables.put(id.name(), table);
        copy.put(id.database(), Map.copyOf(tables));
        databases = Map.copyOf(copy);
    }

    void remove(TableId id) {
        Map<String, Map<String, Table>> copy = new TreeMap<>(databases);
        Map<String, Table> tables = new TreeMap<>(copy.getOrDefault(id.database(), Map.of()));
        tables.remove(id.name());
        copy.put(id.database(), Map.copyOf(tables));
        databases = Map.copyOf(copy);
    }
}
