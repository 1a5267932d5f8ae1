package io.millrace.engine.metadata;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.BuiltinIndex;
import io.millrace.base.io.Vfs;
import io.millrace.base.text.Suggestions;
import io.millrace.catalog.ability.Alterable;
import io.millrace.catalog.ability.Persistent;
import io.millrace.catalog.engine.TableEngine;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableId;
import io.millrace.engine.metadata.DefinitionFiles.Change;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Databases and tables on disk: {@code metadata/<database>/<table>.sql}, each file written, synced and renamed into place. All changes of definitions
 * go through here, one at a time.
 */
public final class MetadataStore {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataStore.class);

    private final DefinitionFiles files;
    private final Databases databases;
    private final TableServices services;
    private final ReentrantLock lock = new ReentrantLock();

    public MetadataStore(Vfs files, Path dataPath, Databases databases, TableServices services) {
        this.files = new DefinitionFiles(files, dataPath.resolve("metadata"));
        this.databases = databases;
        this.services = services;
    }

    /** Binds the definition that a metadata file holds. */
    public interface DefinitionReader {
        TableDefinition read(String text, TableId id);
    }

    // ---- start

    /**
     * Loads every database and table. A table whose file cannot be understood is known as broken: its name stays taken, and queries of it say what is wrong; the
     * others work.
     */
    public void load(DefinitionReader reader) {
        files.open();
        List<TableId> views = new ArrayList<>();
        for (String database : files.databases()) {
            databases.addDatabase(database);
            for (TableId id : files.tables(database)) {
                if (!loadTable(reader, id, false)) {
                    views.add(id);
                }
            }
        }
        views.forEach(id -> loadTable(reader, id, true));
        databases.databases().forEach(d -> databases.tables(d).forEach(MetadataStore::start));
    }

    /** Views come after all tables, because binding them needs those; answers false for one that has to wait. */
    private boolean loadTable(DefinitionReader reader, TableId id, boolean withViews) {
        try {
            String text = files.read(id);
            if (!withViews && (text.startsWith("ATTACH VIEW") || text.startsWith("ATTACH MATERIALIZED"))) {
                return false;
            }
            TableDefinition definition = reader.read(text, id);
            Optional<TableId> twin = databases.withUuid(definition.uuid());
            if (twin.isPresent()) {
                throw new DbException(
                        ErrorCode.TABLE_ALREADY_EXISTS,
                        "Its UUID " + definition.uuid() + " is that of table " + twin.get()
                                + " too. Remove one of the two files.");
            }
            databases.put(id, engine(definition.engineName()).create(definition, services, true));
        } catch (DbException | IllegalArgumentException e) { // the latter for a UUID that is none
            LOG.error("Table {} cannot be loaded until it is repaired: {}", id, e.getMessage());
            databases.putBroken(id, String.valueOf(e.getMessage()));
        }
        return true;
    }

    private static void start(Table table) {
        if (table instanceof Persistent persistent) {
            persistent.start();
        }
    }

    /** Stops the background work of all tables. */
    public void shutdown() {
        for (String database : databases.databases()) {
            for (Table table : databases.tables(database)) {
                if (table instanceof Persistent persistent) {
                    persistent.shutdown();
                }
            }
        }
    }

    static TableEngine engine(String name) {
        BuiltinIndex<TableEngine> engines = BuiltinIndex.of(TableEngine.class);
        return engines.find(name)
                .orElseThrow(() -> new DbException(
                        ErrorCode.UNKNOWN_STORAGE,
                        "Unknown table engine " + name + "." + Suggestions.closest(name, engines.names())));
    }

    // ---- databases

    /**
     * Makes a database that lasts.
     *
     * @throws DbException DATABASE_ALREADY_EXISTS unless {@code ifNotExists}
     */
    public void createDatabase(String name, boolean ifNotExists) {
        locked(() -> {
            if (databases.hasDatabase(name)) {
                if (ifNotExists) {
                    return;
                }
                throw new DbException(ErrorCode.DATABASE_ALREADY_EXISTS, "Database " + name + " already exists.");
            }
            files.createDatabase(name);
            databases.addDatabase(name);
        });
    }

    public void dropDatabase(String name, boolean ifExists) {
        locked(() -> {
            if (!databases.hasDatabase(name)) {
                if (ifExists) {
                    return;
                }
                throw databases.unknownDatabase(name);
            }
            List<Table> tables = databases.tables(name);
            files.dropDatabase(name);
            databases.removeDatabase(name);
            tables.forEach(MetadataStore::giveUp);
        });
    }

    /**
     * RENAME DATABASE.
     *
     * @param renamed gives a table's definition under its new name
     */
    public void renameDatabase(String from, String to, BiFunction<TableDefinition, TableId, TableDefinition> renamed) {
        locked(() -> {
            if (!databases.hasDatabase(from)) {
                throw databases.unknownDatabase(from);
            }
            if (databases.hasDatabase(to)) {
                throw new DbException(ErrorCode.DATABASE_ALREADY_EXISTS, "Database " + to + " already exists");
            }
            List<Table> tables = databases.tables(from);
            if (files.tables(from).size() != tables.size()) {
                throw new DbException(
                        ErrorCode.DATABASE_NOT_EMPTY,
                        "Database " + from + " has detached or broken tables; bring them back or drop them first");
            }
            List<Change> changes = new ArrayList<>();
            Map<TableId, TableDefinition> definitions = new LinkedHashMap<>();
            for (Table table : tables) {
                TableId id = new TableId(to, table.id().name());
                TableDefinition definition = renamed.apply(table.definition(), id);
                definitions.put(table.id(), definition);
                changes.add(Change.write(id, text(definition, id)));
                changes.add(Change.delete(table.id()));
            }
            files.createDatabase(to);
            files.change(changes);
            files.dropDatabase(from);
            databases.addDatabase(to);
            definitions.forEach((old, definition) -> {
                Table table = databases.get(old);
                databases.remove(old);
                databases.put(definition.id(), renamed(table, definition));
            });
            databases.removeDatabase(from);
        });
    }

    // ---- tables

    /** Makes a table; false when it exists already and that is fine. */
    public boolean create(TableDefinition definition, boolean ifNotExists, boolean replace) {
        TableId id = definition.id();
        return lockedAnswer(() -> {
            if (!databases.hasDatabase(id.database())) {
                throw databases.unknownDatabase(id.database());
            }
            if (databases.find(id).isPresent()) {
                if (ifNotExists) {
                    return false;
                }
                if (!replace) {
                    throw new DbException(ErrorCode.TABLE_ALREADY_EXISTS, "Table " + id + " already exists");
                }
                remove(id, databases.get(id));
            }
            checkFree(id);
            Table table = engine(definition.engineName()).create(definition, services, false);
            write(definition, id);
            databases.put(id, table);
            start(table);
            return true;
        });
    }

    /** A table that has a file but is not there was detached, or could not be loaded: its file must not be written over. */
    private void checkFree(TableId id) {
        if (files.exists(id)) {
            throw new DbException(
                    ErrorCode.TABLE_ALREADY_EXISTS,
                    databases.isBroken(id)
                            ? "Table " + id
                                    + " already exists, but could not be loaded when the server started. Repair "
                                    + files.file(id) + ", or give it up with DROP TABLE."
                            : "Table " + id + " already exists (detached). Bring it back with ATTACH TABLE.");
        }
    }

    /** DROP TABLE. Of one that could not be loaded only the definition goes, and is kept beside; its data stay for whoever repairs it. */
    public void drop(TableId id, boolean ifExists) {
        locked(() -> {
            if (databases.isBroken(id)) {
                files.setAside(id);
                databases.removeBroken(id);
                return;
            }
            if (databases.find(id).isEmpty() && ifExists) {
                return;
            }
            remove(id, databases.get(id));
        });
    }

    private void remove(TableId id, Table table) {
        files.delete(id);
        databases.remove(id);
        giveUp(table);
    }

    private static void giveUp(Table table) {
        if (table instanceof Persistent persistent) {
            persistent.shutdown();
            persistent.dropFiles();
        }
    }

    /** DETACH: the table goes, its files stay. */
    public void detach(TableId id, boolean ifExists) {
        locked(() -> {
            if (databases.find(id).isEmpty() && ifExists) {
                return;
            }
            Table table = databases.get(id);
            databases.remove(id);
            if (table instanceof Persistent persistent) {
                persistent.shutdown();
            }
        });
    }

    /** ATTACH TABLE t: brings back a detached table from its file. */
    public void attach(TableId id, DefinitionReader reader) {
        locked(() -> {
            if (databases.find(id).isPresent()) {
                throw new DbException(ErrorCode.TABLE_ALREADY_EXISTS, "Table " + id + " already exists");
            }
            if (!files.exists(id)) {
                throw Databases.unknownTable(id, List.of());
            }
            TableDefinition definition = reader.read(files.read(id), id);
            Table table = engine(definition.engineName()).create(definition, services, true);
            databases.put(id, table);
            start(table);
        });
    }

    /**
     * Puts a changed definition in force.
     *
     * @param columns by the old name of each column that is gone or renamed its new name, or nothing
     */
    public void alter(Table table, TableDefinition changed, Map<String, Optional<String>> columns) {
        if (!(table instanceof Alterable alterable)) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "Alter is not supported by storage " + table.definition().engineName());
        }
        locked(() -> {
            alterable.checkAlter(changed);
            if (columns.isEmpty()) {
                write(changed, table.id());
                alterable.alter(changed);
            } else {
                alterable.alterColumns(changed, columns, () -> write(changed, table.id()));
            }
        });
    }

    /** RENAME TABLE: the file moves; {@code rebound} is the definition under its new name. */
    public void rename(TableId from, TableId to, TableDefinition rebound) {
        locked(() -> {
            Table table = databases.get(from);
            if (!databases.hasDatabase(to.database())) {
                throw databases.unknownDatabase(to.database());
            }
            if (databases.find(to).isPresent()) {
                throw new DbException(ErrorCode.TABLE_ALREADY_EXISTS, "Table " + to + " already exists");
            }
            checkFree(to);
            files.change(List.of(Change.write(to, text(rebound, to)), Change.delete(from)));
            databases.remove(from);
            databases.put(to, renamed(table, rebound));
        });
    }

    /** EXCHANGE TABLES. */
    public void exchange(TableId a, TableId b, TableDefinition newA, TableDefinition newB) {
        locked(() -> {
            Table tableA = databases.get(a);
            Table tableB = databases.get(b);
            files.change(List.of(Change.write(b, text(newA, b)), Change.write(a, text(newB, a))));
            databases.put(b, renamed(tableA, newA));
            databases.put(a, renamed(tableB, newB));
        });
    }

    /** The table under its new name: told so if it can be, otherwise opened anew from its files. */
    private Table renamed(Table table, TableDefinition rebound) {
        if (table instanceof Alterable alterable) {
            alterable.alter(rebound);
            return table;
        }
        if (table instanceof Persistent persistent) {
            persistent.shutdown();
        }
        Table reopened = engine(rebound.engineName()).create(rebound, services, true);
        start(reopened);
        return reopened;
    }

    private void write(TableDefinition definition, TableId id) {
        files.write(id, text(definition, id));
    }

    private static String text(TableDefinition definition, TableId id) {
        return CreateText.stored(definition.createText(), id, definition.uuid());
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    private boolean lockedAnswer(BooleanSupplier change) {
        lock.lock();
        try {
            return change.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
