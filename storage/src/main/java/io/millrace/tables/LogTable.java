package io.millrace.tables;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import io.millrace.catalog.ability.Alterable;
import io.millrace.catalog.ability.Counted;
import io.millrace.catalog.ability.Insertable;
import io.millrace.catalog.ability.Persistent;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.catalog.ability.Truncatable;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableScan;
import io.millrace.expressions.function.EvaluationContext;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A table of the Log family: one file that inserts are appended to, {@code data-<generation>.log} in the table's directory. Thread-safe.
 *
 * <p>An INSERT is acknowledged when its record is synced. TRUNCATE and the removal of a torn end write the next generation beside the old one and
 * then delete that, so there is a whole file at any time.
 */
final class LogTable implements Table, Insertable, Truncatable, Counted, Alterable, Persistent {
    private static final String PREFIX = "data-";
    private static final String SUFFIX = ".log";

    /** One generation of the file, and what is in it. */
    private record State(long generation, Path path, LogFile content) {}

    private final Vfs vfs;
    private final Path directory;
    private volatile TableDefinition definition;
    private volatile State state;

    LogTable(TableDefinition definition, TableServices services) {
        this.definition = definition;
        this.vfs = services.files();
        String uuid = definition.uuid().toString();
        this.directory = services.dataPath()
                .resolve("store")
                .resolve(uuid.substring(0, 3))
                .resolve(uuid);
        this.state = load();
    }

    private State load() {
        if (!vfs.exists(directory)) {
            createDirectory();
        }
        long newest = -1;
        for (String name : vfs.list(directory)) {
            Optional<Long> generation = generation(name);
            if (generation.isEmpty()) {
                vfs.delete(directory.resolve(name)); // of an insert or a change that did not come to its end
            } else {
                newest = Math.max(newest, generation.get());
            }
        }
        if (newest < 0) {
            return newGeneration(0, Optional.empty());
        }
        for (long older = newest - 1; older >= 0 && vfs.exists(path(older)); older--) {
            vfs.delete(path(older));
        }
        State loaded = new State(newest, path(newest), LogFile.open(vfs, path(newest)));
        return loaded.content().isIntact() ? loaded : newGeneration(newest + 1, Optional.of(loaded));
    }

    private void createDirectory() {
        vfs.createDirectories(directory);
        for (Path parent = directory.getParent(); parent != null && vfs.exists(parent); parent = parent.getParent()) {
            vfs.syncDirectory(parent);
            if (parent.endsWith("store")) {
                break;
            }
        }
    }

    private static Optional<Long> generation(String name) {
        if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Path path(long generation) {
        return directory.resolve(PREFIX + generation + SUFFIX);
    }

    /** A file with the valid rows of an older one, or none; the older file goes. */
    private State newGeneration(long generation, Optional<State> rowsOf) {
        Path temporary = directory.resolve("tmp_" + PREFIX + generation + SUFFIX);
        if (vfs.exists(temporary)) {
            vfs.delete(temporary);
        }
        LogFile content = rowsOf.isPresent()
                ? rowsOf.get().content().copyTo(vfs, rowsOf.get().path(), temporary)
                : LogFile.create(vfs, temporary);
        vfs.rename(temporary, path(generation));
        vfs.syncDirectory(directory);
        if (generation > 0 && vfs.exists(path(generation - 1))) {
            vfs.delete(path(generation - 1));
            vfs.syncDirectory(directory);
        }
        return new State(generation, path(generation), content);
    }

    @Override
    public TableDefinition definition() {
        return definition;
    }

    @Override
    public TableScan scan(ScanRequest request) {
        State now = state;
        return new LogScan(vfs, now.path(), now.content(), request);
    }

    @Override
    public TableWriter newWriter(EvaluationContext context) {
        return new LogInsert(vfs, directory, this::publish);
    }

    private synchronized void publish(LogInsert insert) {
        if (insert.rows() == 0) {
            return;
        }
        State now = state;
        if (!now.content().isIntact()) {
            now = newGeneration(now.generation() + 1, Optional.of(now));
            state = now;
        }
        boolean written = false;
        try (WriteFile out = vfs.append(now.path())) {
            insert.appendTo(out);
            out.sync();
            written = true;
        } finally {
            LogFile content = written
                    ? now.content().with(insert.pieces())
                    : now.content().damaged();
            state = new State(now.generation(), now.path(), content);
        }
    }

    @Override
    public synchronized void truncate() {
        state = newGeneration(state.generation() + 1, Optional.empty());
    }

    @Override
    public long rows() {
        return state.content().rows();
    }

    @Override
    public long bytes() {
        return state.content().validBytes();
    }

    @Override
    public void checkAlter(TableDefinition changed) {
        if (!changed.storedHeader().equals(definition.storedHeader())) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "Columns of a table with engine " + definition.engineName()
                            + " cannot be changed; create another table and INSERT SELECT into it");
        }
    }

    @Override
    public void alter(TableDefinition changed) {
        checkAlter(changed);
        definition = changed;
    }

    @Override
    public void start() {
        // no background work
    }

    @Override
    public void shutdown() {
        // no background work
    }

    @Override
    public void dropFiles() {
        vfs.deleteTree(directory);
    }
}
