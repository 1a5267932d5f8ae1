package io.millrace.mergetree.commit;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.Hash128;
import io.millrace.base.hash.SipHash;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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

    /** Tokens remembered per table. */
    public static final int TOKENS_PER_TABLE = 10_000;

    private static final long ROTATE_BYTES = 16 << 20;

    private static final String PREFIX = "commit_";
    private static final String SUFFIX = ".log";

    private final Vfs files;
    private final Path directory;
    private volatile Map<UUID, PartSet> published = Map.of();
    private final Map<UUID, PartStore> stores = new ConcurrentHashMap<>();

    /** Guards the queue, tokens and riders. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition settled = lock.newCondition();
    private final ArrayDeque<Pending> queue = new ArrayDeque<>();
    private boolean writing;
    private Optional<DbException> failure = Optional.empty();
    private final Map<UUID, LinkedHashSet<CommitRecord.Token>> tokens = new HashMap<>();
    private final Set<CommitRecord.Token> tokensUnderWay = new HashSet<>();
    private final Map<String, String> riders = new LinkedHashMap<>();

    /** Guards changes of the published map. */
    private final ReentrantLock publishing = new ReentrantLock();

    /** Changes of logs of earlier runs by table, until the table has been loaded. */
    private final Map<UUID, List<CommitRecord.TableChange>> unreplayed = new HashMap<>();

    private final List<Path> oldLogs = new ArrayList<>();
    private final Set<PartStore> touched = new HashSet<>();
    private boolean keepLogs;
    private Optional<WriteFile> current = Optional.empty();
    private Path currentPath;
    private long nextNumber;

    /** One commit in the queue. */
    private static final class Pending {
        private final List<PreparedParts> inserts;
        private final List<Dropped> drops;
        private final List<Rewritten> rewrites;
        private final Optional<CommitRecord.Token> token;
        private final Optional<CommitRecord.Rider> rider;
        private final Map<Part, PartName> names = new LinkedHashMap<>();
        private final CommitRecord record;
        private boolean done;
        private Optional<DbException> error = Optional.empty();

        Pending(
                List<PreparedParts> inserts,
                List<Dropped> drops,
                List<Rewritten> rewrites,
                Optional<CommitRecord.Token> token,
                Optional<CommitRecord.Rider> rider) {
            this.inserts = inserts;
            this.drops = drops;
            this.rewrites = rewrites;
            this.token = token;
            this.rider = rider;
            this.record = makeRecord();
        }

        PartName nameOf(Part part) {
            return Objects.requireNonNull(names.get(part), "a part that was not named");
        }

        private CommitRecord makeRecord() {
            List<CommitRecord.TableChange> tables = new ArrayList<>();
            for (PreparedParts insert : inserts) {
                List<CommitRecord.Rename> renames = new ArrayList<>();
                for (Part part : insert.parts()) {
                    PartName name = PartName.inserted(
                            part.name().partitionId(), insert.store().takeBlock(), insert.level());
                    names.put(part, name);
                    renames.add(new CommitRecord.Rename(
                            String.valueOf(part.directory().getFileName()), name.toString()));
                }
                tables.add(new CommitRecord.TableChange(insert.store().table(), renames, List.of()));
            }
            for (Dropped drop : drops) {
                List<CommitRecord.Removal> removals = new ArrayList<>();
                drop.active()
                        .forEach(p ->
                                removals.add(new CommitRecord.Removal(p.name().toString(), drop.detach())));
                drop.outdated()
                        .forEach(p ->
                                removals.add(new CommitRecord.Removal(p.name().toString(), false)));
                tables.add(new CommitRecord.TableChange(drop.store().table(), List.of(), removals));
            }
            for (Rewritten rewrite : rewrites) {
                List<CommitRecord.Rename> renames = new ArrayList<>();
                rewrite.added()
                        .forEach((part, name) -> renames.add(new CommitRecord.Rename(
                                String.valueOf(part.directory().getFileName()), name.toString())));
                List<CommitRecord.Removal> removals = rewrite.gone().stream()
                        .map(p -> new CommitRecord.Removal(p.name().toString(), false))
                        .toList();
                tables.add(new CommitRecord.TableChange(rewrite.store().table(), renames, removals));
            }
            return new CommitRecord(
                    false, tables, token.stream().toList(), rider.stream().toList());
        }
    }

    /** Parts of one table that go together, with the replaced ones that must not come back. */
    private record Dropped(PartStore store, List<Part> active, List<Part> outdated, boolean detach) {}

    /**
     * What a mutation makes of the parts of a table.
     *
     * @param added new parts in temporary directories, and their names, which contain the replaced parts
     * @param emptied parts without a row left
     */
    public record Rewritten(PartStore store, Map<Part, PartName> added, List<Part> replaced, List<Part> emptied) {
        public Rewritten {
            added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
            replaced = List.copyOf(replaced);
            emptied = List.copyOf(emptied);
        }

        /** The emptied parts, with the replaced ones that must not come back in their place. */
        private List<Part> gone() {
            List<Part> all = new ArrayList<>(emptied);
            emptied.forEach(p -> all.addAll(store.outdatedWithin(p)));
            return all;
        }
    }

    private CommitLog(Vfs files, Path directory) {
        this.files = files;
        this.directory = directory;
        this.currentPath = directory;
    }

    /** Opens the log of a data directory and reads what earlier runs left in it. */
    public static CommitLog open(Vfs files, Path dataPath) {
        CommitLog log = new CommitLog(files, dataPath.resolve("commits"));
        log.readOldLogs();
        return log;
    }

    private void readOldLogs() {
        boolean isNew = !files.exists(directory);
        files.createDirectories(directory);
        if (isNew) {
            Path parent = directory.getParent();
            if (parent != null) {
                files.syncDirectory(parent);
            }
        }
        List<Long> numbers = new ArrayList<>();
        for (String name : files.list(directory)) {
            if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
                numbers.add(Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length())));
            }
        }
        numbers.sort(Long::compare);
        for (long number : numbers) {
            Path path = pathOf(number);
            byte[] bytes = files.readAll(path);
            List<CommitRecord> records = CommitRecord.readAll(bytes);
            int valid = CommitRecord.validBytes(bytes);
            if (valid < bytes.length) {
                LOG.warn(
                        "{} ends with {} bytes of a record that was never completed; they are ignored",
                        path,
                        bytes.length - valid);
            }
            records.forEach(this::remember);
            oldLogs.add(path);
            nextNumber = number + 1;
        }
    }

    private Path pathOf(long number) {
        String digits = Long.toString(number);
        return directory.resolve(PREFIX + "0".repeat(Math.max(0, 12 - digits.length())) + digits + SUFFIX);
    }

    private void remember(CommitRecord record) {
        if (record.snapshot()) {
            tokens.clear();
            riders.clear();
        }
        record.tokens().forEach(this::rememberToken);
        record.riders().forEach(r -> riders.put(r.key(), r.value()));
        for (CommitRecord.TableChange change : record.tables()) {
            unreplayed.computeIfAbsent(change.table(), t -> new ArrayList<>()).add(change);
        }
    }

    private void rememberToken(CommitRecord.Token token) {
        LinkedHashSet<CommitRecord.Token> known = tokens.computeIfAbsent(token.table(), t -> new LinkedHashSet<>());
        known.add(token);
        if (known.size() > TOKENS_PER_TABLE) {
            known.remove(known.getFirst());
        }
    }

    // ---- what readers see ----

    /** The active parts of all tables at this moment. */
    public Map<UUID, PartSet> snapshot() {
        return published;
    }

    PartSet parts(UUID table) {
        return published.getOrDefault(table, PartSet.EMPTY);
    }

    /** The bytes that were last committed under a key. */
    public Optional<byte[]> rider(String key) {
        lock.lock();
        try {
            return Optional.ofNullable(riders.get(key)).map(CommitRecord::textAsBytes);
        } finally {
            lock.unlock();
        }
    }

    // ---- start ----

    void register(PartStore store, PartSet parts) {
        stores.put(store.table(), store);
        publishing.lock();
        try {
            Map<UUID, PartSet> next = new HashMap<>(published);
            next.put(store.table(), parts);
            published = Map.copyOf(next);
        } finally {
            publishing.unlock();
        }
    }

    /** Finishes in a table's directory what earlier runs committed; returns the greatest block number seen. */
    long replay(PartStore store) {
        List<CommitRecord.TableChange> changes;
        lock.lock();
        try {
            changes = List.copyOf(unreplayed.getOrDefault(store.table(), List.of()));
        } finally {
            lock.unlock();
        }
        long last = 0;
        for (CommitRecord.TableChange change : changes) {
            for (CommitRecord.Rename rename : change.added()) {
                store.finishRename(rename);
                PartName name = PartName.of(rename.part());
                last = Math.max(last, Math.max(name.maxBlock(), name.mutation()));
            }
            for (CommitRecord.Removal removal : change.removed()) {
                store.remove(removal);
                last = Math.max(last, PartName.of(removal.part()).maxBlock());
            }
        }
        if (!changes.isEmpty()) {
            files.syncDirectory(store.directory());
        }
        lock.lock();
        try {
            unreplayed.remove(store.table());
        } finally {
            lock.unlock();
        }
        return last;
    }

    /** All tables there are have been loaded: logs of earlier runs go, unless a table that could not be loaded may still need them. */
    public void catalogLoaded(Path storePath) {
        lock.lock();
        try {
            unreplayed.keySet().removeIf(table -> !files.exists(directoryOf(storePath, table)));
            if (!unreplayed.isEmpty() || oldLogs.isEmpty()) {
                return;
            }
            startNewLog();
            deleteOldLogs();
        } finally {
            lock.unlock();
        }
    }

    /** Where a table's parts lie: {@code <store>/<first three characters>/<uuid>}. */
    public static Path directoryOf(Path storePath, UUID table) {
        return storePath.resolve(table.toString().substring(0, 3)).resolve(table.toString());
    }

    /** Keeps all logs until the next start: not everything they say could be done. */
    void keepLogs() {
        lock.lock();
        try {
            keepLogs = true;
        } finally {
            lock.unlock();
        }
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
            if (insert instanceof PreparedParts p) {
                parts.add(p);
            }
        }
        List<PreparedInsert> others =
                inserts.stream().filter(i -> !(i instanceof PreparedParts)).toList();
        if (!others.isEmpty()) {
            throw DbException.bug("Only parts of tables of the MergeTree family can be committed through the log");
        }
        Optional<CommitRecord.Token> hashed = token.map(t -> hash(scopeOf(target), t));
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

    private static CommitRecord.Token hash(UUID table, String token) {
        byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
        Hash128 hash = new Hash128();
        SipHash.hash128(bytes, 0, bytes.length, hash);
        return new CommitRecord.Token(table, hash.low(), hash.high());
    }

    @Override
    public boolean isCommitted(TableId target, String token) {
        UUID table = scopeOf(target);
        CommitRecord.Token wanted = hash(table, token);
        lock.lock();
        try {
            LinkedHashSet<CommitRecord.Token> known = tokens.get(table);
            return known != null && known.contains(wanted);
        } finally {
            lock.unlock();
        }
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
                List.of(new Dropped(store, List.copyOf(parts), outdated, detach)),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Puts new parts in the place of old ones, all with one record: a mutation. */
    public void rewrite(Rewritten rewrite) {
        run(List.of(), List.of(), List.of(rewrite), Optional.empty(), Optional.empty());
    }

    private boolean run(
            List<PreparedParts> inserts,
            List<Dropped> drops,
            List<Rewritten> rewrites,
            Optional<CommitRecord.Token> token,
            Optional<CommitRecord.Rider> rider) {
        Pending pending;
        lock.lock();
        try {
            while (token.isPresent() && tokensUnderWay.contains(token.get())) {
                settled.awaitUninterruptibly();
            }
            checkWorking();
            if (token.isPresent()
                    && tokens.getOrDefault(token.get().table(), new LinkedHashSet<>())
                            .contains(token.get())) {
                return false;
            }
            token.ifPresent(tokensUnderWay::add);
            pending = new Pending(inserts, drops, rewrites, token, rider);
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
        List<Pending> batch = new ArrayList<>();
        Optional<DbException> error = Optional.empty();
        try {
            lock.lock();
            try {
                batch.addAll(queue);
                queue.clear();
            } finally {
                lock.unlock();
            }
            write(batch);
            publish(batch);
        } catch (RuntimeException | Error e) {
            // an Error too: the others of the batch must not take it for a success
            error = Optional.of(DbException.of(e));
        } finally {
            finish(batch, error);
        }
    }

    private void write(List<Pending> batch) {
        ByteSink bytes = new ByteSink();
        batch.forEach(p -> p.record.writeTo(bytes));
        lock.lock();
        try {
            checkWorking();
            if (current.isEmpty() || current.get().size() > ROTATE_BYTES && !keepLogs) {
                rotate();
            }
        } finally {
            lock.unlock();
        }
        WriteFile file = current.orElseThrow();
        try {
            file.write(bytes.array(), 0, bytes.size());
        } catch (DbException e) {
            abandonLog();
            throw e;
        }
        try {
            file.sync();
        } catch (DbException e) {
            fail(e);
            throw e;
        }
    }

    /** What stands at the end of the log may be half a record, which hides what comes behind it: the next commit begins a new log. */
    private void abandonLog() {
        lock.lock();
        try {
            current.ifPresent(WriteFile::close);
            current = Optional.empty();
            oldLogs.add(currentPath);
        } finally {
            lock.unlock();
        }
    }

    /** A sync has failed: nobody knows what lasts. */
    private void fail(DbException e) {
        LOG.error("A sync failed; tables are read-only until the next start", e);
        lock.lock();
        try {
            failure = failure.isPresent() ? failure : Optional.of(e);
        } finally {
            lock.unlock();
        }
    }

    private void publish(List<Pending> batch) {
        publishing.lock();
        try {
            Map<UUID, PartSet> next = new HashMap<>(published);
            List<Runnable> afterwards = new ArrayList<>();
            for (Pending pending : batch) {
                for (PreparedParts insert : pending.inserts) {
                    PartStore store = insert.store();
                    touched.add(store);
                    List<Part> added = new ArrayList<>();
                    for (Part part : insert.parts()) {
                        added.add(store.adopt(part, pending.nameOf(part)));
                    }
                    next.merge(store.table(), new PartSet(added), (a, b) -> a.with(b.parts(), List.of()));
                }
                for (Dropped drop : pending.drops) {
                    touched.add(drop.store());
                    next.computeIfPresent(drop.store().table(), (t, set) -> set.with(List.of(), drop.active()));
                    afterwards.add(() -> removeDirectories(pending, drop));
                    drop.store().dropped(drop.outdated());
                }
                pending.rewrites.forEach(rewrite -> publish(rewrite, next));
            }
            published = Map.copyOf(next);
            afterwards.forEach(Runnable::run);
        } finally {
            publishing.unlock();
        }
    }

    private void publish(Rewritten rewrite, Map<UUID, PartSet> next) {
        PartStore store = rewrite.store();
        touched.add(store);
        List<Part> added = new ArrayList<>();
        rewrite.added().forEach((part, name) -> added.add(store.adopt(part, name)));
        List<Part> removed = new ArrayList<>(rewrite.replaced());
        removed.addAll(rewrite.emptied());
        List<Part> gone = rewrite.gone();
        next.computeIfPresent(store.table(), (t, set) -> set.with(added, removed));
        store.retire(rewrite.replaced());
        store.dropped(gone);
    }

    /** Detached parts move at once; dropped ones go when their last reader has. */
    private void removeDirectories(Pending pending, Dropped drop) {
        if (!drop.detach()) {
            drop.store().dropped(drop.active());
        } else {
            for (CommitRecord.TableChange change : pending.record.tables()) {
                change.removed().stream().filter(CommitRecord.Removal::detached).forEach(drop.store()::remove);
            }
        }
    }

    private void finish(List<Pending> batch, Optional<DbException> error) {
        lock.lock();
        try {
            for (Pending pending : batch) {
                pending.token.ifPresent(tokensUnderWay::remove);
                pending.error = error;
                if (error.isEmpty()) {
                    pending.token.ifPresent(this::rememberToken);
                    pending.rider.ifPresent(r -> riders.put(r.key(), r.value()));
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
        } finally {
            lock.unlock();
        }
    }

    /**
     * Replaces parts by the one they were merged into: its rename, made durable, is the commit, since a part that contains others wins over them at every
     * start.
     */
    public Part replace(PartStore store, Part merged, PartName name, Collection<Part> sources) {
        publishing.lock();
        try {
            lock.lock();
            try {
                checkWorking();
            } finally {
                lock.unlock();
            }
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
            Map<UUID, PartSet> next = new HashMap<>(published);
            next.computeIfPresent(store.table(), (t, set) -> set.with(List.of(part), sources));
            published = Map.copyOf(next);
            store.retire(sources);
            return part;
        } finally {
            publishing.unlock();
        }
    }

    // ---- rotation ----

    /** Begins a new log with what must not be forgotten; older ones go once all they say lasts without them. */
    private void rotate() {
        Optional<Path> previous = current.isPresent() ? Optional.of(currentPath) : Optional.empty();
        startNewLog();
        previous.ifPresent(oldLogs::add);
        if (unreplayed.isEmpty() && !keepLogs) {
            deleteOldLogs();
        }
    }

    private void startNewLog() {
        for (PartStore store : touched) {
            if (files.exists(store.directory())) {
                files.syncDirectory(store.directory());
            }
        }
        touched.clear();
        current.ifPresent(WriteFile::close);
        currentPath = pathOf(nextNumber++);
        WriteFile file = files.create(currentPath);
        List<CommitRecord.Token> all = new ArrayList<>();
        tokens.values().forEach(all::addAll);
        List<CommitRecord.Rider> allRiders = new ArrayList<>();
        riders.forEach((key, value) -> allRiders.add(new CommitRecord.Rider(key, value)));
        ByteSink bytes = new ByteSink();
        List<CommitRecord.TableChange> goingOn = stores.values().stream()
                .map(PartStore::pendingRemovals)
                .flatMap(Optional::stream)
                .toList();
        new CommitRecord(true, goingOn, all, allRiders).writeTo(bytes);
        file.write(bytes.array(), 0, bytes.size());
        file.sync();
        files.syncDirectory(directory);
        current = Optional.of(file);
    }

    private void deleteOldLogs() {
        oldLogs.forEach(files::delete);
        oldLogs.clear();
    }

    /** A table is gone. */
    void forget(UUID table) {
        lock.lock();
        try {
            tokens.remove(table);
            unreplayed.remove(table);
        } finally {
            lock.unlock();
        }
        stores.remove(table);
        publishing.lock();
        try {
            Map<UUID, PartSet> next = new HashMap<>(published);
            next.remove(table);
            published = Map.copyOf(next);
        } finally {
            publishing.unlock();
        }
    }

    /** Closes the log's file at the end of the server. */
    public void close() {
        lock.lock();
        try {
            current.ifPresent(WriteFile::close);
            current = Optional.empty();
            failure = Optional.of(new DbException(ErrorCode.ABORTED, "The server is shutting down"));
        } finally {
            lock.unlock();
        }
    }
}
