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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Databases and tables on disk: {@code metadata/<database>/<table>.sql}, each file written, synced and renamed into place. All changes of definitions
 * go through here, one at a time.
 */
public final class MetadataStore {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataStore.class);

    private final Vfs files;
    private final Path root;
    private final Databases databases;
    private final TableServices services;
    private final ReentrantLock lock = new ReentrantLock();

    public MetadataStore(Vfs files, Path dataPath, Databases databases, TableServices services) {
        this.files = files;
        this.root = dataPath.resolve("metadata");
        this.databases = databases;
        this.services = services;
    }

    /** Binds the definition that a metadata file holds. */
    public interface DefinitionReader {
        TableDefinition read(String text, TableId id);
    }

    // ---- start

    /** Loads every database and table. A table whose file cannot be understood is left out, loudly; the others work. */
    public void load(DefinitionReader reader) {
        if (!files.exists(root)) {
            files.createDirectories(root);
            // A directory is there after a power failure only if its parent was synced; the data directory may be new
            // too.
            Path above = root.toAbsolutePath().normalize().getParent();
            for (int level = 0; level < 2 && above != null; level++) {
                files.syncDirectory(above);
                above = above.getParent();
            }
        }
        List<TableId> views = new ArrayList<>();
        for (String directory : files.list(root)) {
            String database = FileNames.unescape(directory);
            databases.addDatabase(database);
            for (String file : files.list(root.resolve(directory))) {
                if (file.endsWith(".sql")) {
                    TableId id = new TableId(database, FileNames.unescape(file.substring(0, file.length() - 4)));
                    if (!loadTable(reader, id, false)) {
                        views.add(id);
                    }
                }
            }
        }
        views.forEach(id -> loadTable(reader, id, true));
        databases.databases().forEach(d -> databases.tables(d).forEach(MetadataStore::start));
    }

    /** Views come after all tables, because binding them needs those; answers false for one that has to wait. */
    private boolean loadTable(DefinitionReader reader, TableId id, boolean withViews) {
        try {
            String text = new String(files.readAll(file(id)), StandardCharsets.UTF_8);
            if (!withViews && (text.startsWith("ATTACH VIEW") || text.startsWith("ATTACH MATERIALIZED"))) {
                return false;
            }
            TableDefinition definition = reader.read(text, id);
            Optional<TableId> twin = databases.withUuid(definition.uuid());
            if (twin.isPresent()) {
                LOG.warn("Table {} is also {}: a renaming was cut short. It keeps the latter name.", id, twin.get());
                files.delete(file(id));
                return true;
            }
            databases.put(id, engine(definition.engineName()).create(definition, services, true));
        } catch (DbException | IllegalArgumentException e) { // the latter for a UUID that is none
            LOG.error("Table {} cannot be loaded and is not there until it is repaired: {}", id, e.getMessage());
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

    public void createDatabase(String name, boolean ifNotExists) {
        locked(() -> {
            if (databases.hasDatabase(name)) {
                if (ifNotExists) {
                    return;
                }
                throw new DbException(ErrorCode.DATABASE_ALREADY_EXISTS, "Database " + name + " already exists.");
            }
            files.createDirectories(directory(name));
            files.syncDirectory(root);
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
            for (Table table : databases.tables(name)) {
                remove(new TableId(name, table.id().name()), table);
            }
            files.deleteTree(directory(name));
            files.syncDirectory(root);
            databases.removeDatabase(name);
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
            Table table = engine(definition.engineName()).create(definition, services, false);
            write(definition, id);
            databases.put(id, table);
            start(table);
            return true;
        });
    }

    public void drop(TableId id, boolean ifExists) {
        locked(() -> {
            if (databases.find(id).isEmpty() && ifExists) {
                return;
            }
            remove(id, databases.get(id));
        });
    }

    private void remove(TableId id, Table table) {
        files.delete(file(id));
        files.syncDirectory(directory(id.database()));
        databases.remove(id);
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
            if (!files.exists(file(id))) {
                throw Databases.unknownTable(id, List.of());
            }
            TableDefinition definition = reader.read(new String(files.readAll(file(id)), StandardCharsets.UTF_8), id);
            Table table = engine(definition.engineName()).create(definition, services, true);
            databases.put(id, table);
            start(table);
        });
    }

    /** Puts a changed definition in force. */
    public void alter(Table table, TableDefinition changed) {
        if (!(table instanceof Alterable alterable)) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "Alter is not supported by storage " + table.definition().engineName());
        }
        locked(() -> {
            alterable.checkAlter(changed);
            write(changed, table.id());
            alterable.alter(changed);
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
            write(rebound, to);
            try {
                files.delete(file(from));
            } catch (DbException e) {
                files.delete(file(to)); // still under its old name, in memory as on disk
                throw e;
            }
            files.syncDirectory(directory(from.database()));
            databases.remove(from);
            databases.put(to, renamed(table, rebound));
        });
    }

    /** EXCHANGE TABLES. */
    public void exchange(TableId a, TableId b, TableDefinition newA, TableDefinition newB) {
        locked(() -> {
            Table tableA = databases.get(a);
            Table tableB = databases.get(b);
            write(newA, b);
            write(newB, a);
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
        String text = CreateText.stored(definition.createText(), id, definition.uuid());
        files.replace(file(id), text.getBytes(StandardCharsets.UTF_8));
    }

    private Path directory(String database) {
        return root.resolve(FileNames.escape(database));
    }

    private Path file(TableId id) {
        return directory(id.database()).resolve(FileNames.escape(id.name()) + ".sql");
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
