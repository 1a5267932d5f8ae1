package io.millrace.mergetree.commit;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import io.millrace.catalog.ability.Committer;
import io.millrace.catalog.ability.PreparedInsert;
import io.millrace.catalog.table.TableId;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartName;
import io.millrace.mergetree.part.PartSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log through which all parts become durable and visible. One synced record names the temporary directories of an insert, over all its tables, and its
 * deduplication token; after that the directories get their names and one new map of table to parts is published. Commits that come while a sync runs share the
 * next one.
 *
 * <p>A failed sync is final: nothing is committed any more until the server has been started again and has found out what is on disk. Thread-safe.
 */
public final class CommitLog implements Committer {
    private static final Logger LOG = LoggerFactory.getLogger(CommitLog.class);

    private final Vfs files;
    private final LogFiles logs;
    private final PublishedParts published = new PublishedParts();
    private final Map<UUID, PartStore> stores = new ConcurrentHashMap<>();

    /** Guards the queue, tokens and riders. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition settled = lock.newCondition();
    private final ArrayDeque<PendingCommit> queue = new ArrayDeque<>();
    private boolean writing;
    private Optional<DbException> failure = Optional.empty();
    private final Remembered remembered = new Remembered();
    private final Set<CommitRecord.Token> tokensUnderWay = new HashSet<>();

    private final Unfinished unfinished = new Unfinished();
    private final Set<PartStore> touched = new HashSet<>();
    private boolean keepLogs;

    private CommitLog(Vfs files, Path directory) {
        this.files = files;
        this.logs = new LogFiles(files, directory);
    }

    /** Opens the log of a data directory and reads what earlier runs left in it. */
    public static CommitLog open(Vfs files, Path dataPath) {
        CommitLog log = new CommitLog(files, dataPath.resolve("commits"));
        for (CommitRecord record : log.logs.readAll()) {
            log.remembered.add(record);
            log.unfinished.add(record);
        }
        return log;
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> answer) {
        lock.lock();
        try {
            return answer.get();
        } finally {
            lock.unlock();
        }
    }

    // ---- what readers see ----

    /** The active parts of all tables at this moment. */
    public Map<UUID, PartSet> snapshot() {
        return published.all();
    }

    PartSet parts(UUID table) {
        return published.of(table);
    }

    /** The bytes that were last committed under a key. */
    public Optional<byte[]> rider(String key) {
        return locked(() -> remembered.rider(key).map(CommitRecord::textAsBytes));
    }

    // ---- start ----

    void register(PartStore store, PartSet parts) {
        stores.put(store.table(), store);
        published.put(store.table(), parts);
    }

    /** The store under which this run has loaded a table before. */
    Optional<PartStore> store(UUID table) {
        return Optional.ofNullable(stores.get(table));
    }

    /** Finishes in a table's directory what earlier runs committed; returns the greatest block number seen. */
    long replay(PartStore store) {
        return unfinished.finish(store, files);
    }

    /** All tables there are have been loaded: logs of earlier runs go, unless a table that could not be loaded may still need them. */
    public void catalogLoaded(Path storePath) {
        locked(() -> {
            unfinished.forgetAll(table -> !files.exists(PartStore.directoryOf(storePath, table)));
            if (!unfinished.isEmpty() || !logs.hasOld()) {
                return;
            }
            startNewLog();
            logs.deleteOld();
        });
    }

    /** Keeps all logs until the next start: not everything they say could be done. */
    void keepLogs() {
        locked(() -> {
            keepLogs = true;
        });
    }

    // ---- commits ----

    @Override
    public boolean commit(TableId target, List<PreparedInsert> inserts, Optional<String> token) {
        return commit(target, inserts, token, Optional.empty());
    }

    /** Bytes that become durable together with rows, under a key: a pipe's position. */
    public record Rider(String key, byte[] value) {}

    /** Like {@link #commit(TableId, List, Optional)}, with a rider. */
    public boolean commit(TableId target, List<PreparedInsert> inserts, Optional<String> token, Optional<Rider> rider) {
        List<PreparedParts> parts = new ArrayList<>();
        for (PreparedInsert insert : inserts) {
            if (!(insert instanceof PreparedParts ofTable)) {
                throw DbException.bug("Only parts of tables of the MergeTree family can be committed through the log");
            }
            parts.add(ofTable);
        }
        Optional<CommitRecord.Token> hashed = token.map(t -> CommitRecord.Token.of(scopeOf(target), t));
        boolean committed = run(
                parts,
                List.of(),
                List.of(),
                hashed,
                rider.map(r -> new CommitRecord.Rider(r.key(), CommitRecord.bytesAsText(r.value()))));
        if (!committed) {
            inserts.forEach(PreparedInsert::discard);
        }
        return committed;
    }

    /** Tokens belong to a table whatever its name is; a target that keeps no parts itself is known by its name. */
    private UUID scopeOf(TableId target) {
        return stores.values().stream()
                .filter(store -> store.id().equals(target))
                .map(PartStore::table)
                .findFirst()
                .orElseGet(() -> UUID.nameUUIDFromBytes(target.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean isCommitted(TableId target, String token) {
        UUID table = scopeOf(target);
        CommitRecord.Token wanted = CommitRecord.Token.of(table, token);
        return locked(() -> remembered.contains(wanted));
    }

    /** Drops or detaches parts, with one record; what they replaced goes with them. */
    public void drop(PartStore store, Collection<Part> parts, boolean detach) {
        List<Part> outdated = parts.stream()
                .map(p -> p.name().partitionId())
                .distinct()
                .flatMap(id -> store.outdatedOf(id).stream())
                .toList();
        run(
                List.of(),
                List.of(new DroppedParts(store, List.copyOf(parts), outdated, detach)),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Puts new parts in the place of old ones, all with one record: a mutation. */
    public void rewrite(RewrittenParts rewrite) {
        run(List.of(), List.of(), List.of(rewrite), Optional.empty(), Optional.empty());
    }

    private boolean run(
            List<PreparedParts> inserts,
            List<DroppedParts> drops,
            List<RewrittenParts> rewrites,
            Optional<CommitRecord.Token> token,
            Optional<CommitRecord.Rider> rider) {
        PendingCommit pending;
        lock.lock();
        try {
            while (token.isPresent() && tokensUnderWay.contains(token.get())) {
                settled.awaitUninterruptibly();
            }
            checkWorking();
            if (token.isPresent() && remembered.contains(token.get())) {
                return false;
            }
            token.ifPresent(tokensUnderWay::add);
            pending = new PendingCommit(inserts, drops, rewrites, token, rider);
            queue.add(pending);
            while (!pending.done && writing) {
                settled.awaitUninterruptibly();
            }
            if (!pending.done) {
                writing = true;
            }
        } finally {
            lock.unlock();
        }
        if (!pending.done) {
            writeQueue();
        }
        if (pending.error.isPresent()) {
            throw pending.error.get();
        }
        return true;
    }

    private void checkWorking() {
        if (failure.isPresent()) {
            throw new DbException(
                    ErrorCode.TABLE_IS_READ_ONLY,
                    "Nothing can be written since the commit log could not be synced ("
                            + failure.get().getMessage() + "). Restart the server after checking the disk");
        }
    }

    /** Writes all that waits with one sync, and makes it visible; then lets another committer do the same. */
    private void writeQueue() {
        List<PendingCommit> batch = new ArrayList<>();
        Optional<DbException> error = Optional.empty();
        try {
            locked(() -> {
                batch.addAll(queue);
                queue.clear();
            });
            write(batch);
            batch.forEach(pending -> touched.addAll(pending.stores()));
            published.publish(batch);
        } catch (RuntimeException | Error e) {
            // an Error too: the others of the batch must not take it for a success
            error = Optional.of(DbException.of(e));
        } finally {
            finish(batch, error);
        }
    }

    private void write(List<PendingCommit> batch) {
        ByteSink bytes = new ByteSink();
        batch.forEach(p -> p.record.writeTo(bytes));
        locked(() -> {
            checkWorking();
            if (!logs.isOpen() || logs.isFull() && !keepLogs) {
                rotate();
            }
        });
        WriteFile file = logs.current();
        try {
            file.write(bytes.array(), 0, bytes.size());
        } catch (DbException e) {
            // what stands at the end may be half a record, which hides what comes behind it: the next commit begins a
            // new log
            locked(logs::abandon);
            throw e;
        }
        try {
            file.sync();
        } catch (DbException e) {
            fail(e);
            throw e;
        }
    }

    /** A sync has failed: nobody knows what lasts. */
    private void fail(DbException e) {
        LOG.error("A sync failed; tables are read-only until the next start", e);
        locked(() -> {
            failure = failure.isPresent() ? failure : Optional.of(e);
        });
    }

    private void finish(List<PendingCommit> batch, Optional<DbException> error) {
        locked(() -> {
            for (PendingCommit pending : batch) {
                pending.token.ifPresent(tokensUnderWay::remove);
                pending.error = error;
                if (error.isEmpty()) {
                    remembered.add(pending.record);
                }
                for (PreparedParts insert : pending.inserts) {
                    insert.parts()
                            .forEach(
                                    p -> insert.store().settle(pending.nameOf(p).minBlock()));
                }
                pending.done = true;
            }
            writing = false;
            settled.signalAll();
        });
    }

    /**
     * Replaces parts by the one they were merged into: its rename, made durable, is the commit, since a part that contains others wins over them at every
     * start.
     */
    public Part replace(PartStore store, Part merged, PartName name, Collection<Part> sources) {
        return published.replace(() -> renamed(store, merged, name), store, sources);
    }

    private Part renamed(PartStore store, Part merged, PartName name) {
        locked(this::checkWorking);
        Path target = store.directory().resolve(name.toString());
        files.rename(merged.directory(), target);
        Part part = merged.movedTo(target, name);
        try {
            files.syncDirectory(store.directory());
        } catch (DbException e) {
            // whether the new name lasts is not known: the sources must stay, and the next start decides
            fail(e);
            throw e;
        }
        return part;
    }

    // ---- rotation ----

    /** Begins a new log with what must not be forgotten; older ones go once all they say lasts without them. */
    private void rotate() {
        Optional<Path> previous = logs.path();
        startNewLog();
        previous.ifPresent(logs::addOld);
        if (unfinished.isEmpty() && !keepLogs) {
            logs.deleteOld();
        }
    }

    private void startNewLog() {
        for (PartStore store : touched) {
            if (files.exists(store.directory())) {
                files.syncDirectory(store.directory());
            }
        }
        touched.clear();
        List<CommitRecord.TableChange> goingOn = stores.values().stream()
                .map(PartStore::pendingRemovals)
                .flatMap(Optional::stream)
                .toList();
        logs.begin(remembered.snapshot(goingOn));
    }

    /** A table is gone. */
    void forget(UUID table) {
        locked(() -> {
            remembered.forget(table);
            unfinished.forget(table);
        });
        stores.remove(table);
        published.remove(table);
    }

    /** Closes the log's file at the end of the server. */
    public void close() {
        locked(() -> {
            logs.close();
            failure = Optional.of(new DbException(ErrorCode.ABORTED, "The server is shutting down"));
        });
    }
}
