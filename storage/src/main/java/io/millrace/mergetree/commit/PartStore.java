package io.millrace.mergetree.commit;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.Vfs;
import io.millrace.catalog.table.TableId;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartColumn;
import io.millrace.mergetree.part.PartLoader;
import io.millrace.mergetree.part.PartName;
import io.millrace.mergetree.part.PartSet;
import io.millrace.mergetree.read.PartLease;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of one table: which are active, which wait for their last reader, which block numbers are taken. Directories change only here and in the {@link
 * CommitLog}. Thread-safe.
 */
public final class PartStore {
    private static final Logger LOG = LoggerFactory.getLogger(PartStore.class);

    /** Directories that every start removes. */
    private static final String TEMPORARY = "tmp";

    private static final String DELETED = "delete_tmp_";
    static final String DETACHED = "detached";

    private final UUID table;
    private final Path directory;
    private final Vfs files;
    private final CommitLog log;
    private final Clock clock;
    private final AtomicLong temporaries = new AtomicLong();
    private long lastBlock;
    /** The columns that new parts may have; any while empty. */
    private Optional<Set<String>> allowedColumns = Optional.empty();

    private final TreeSet<Long> uncommitted = new TreeSet<>();
    private final Map<Part, Integer> readers = new HashMap<>();
    /** Replaced parts and when that was, in milliseconds. */
    private final Map<Part, Long> outdated = new LinkedHashMap<>();

    /** Parts that must not come back at the next start but whose files are still there. */
    private final Set<Part> dropped = new HashSet<>();

    private final Set<Part> busy = new HashSet<>();
    private volatile TableId id;

    public PartStore(TableId id, UUID table, Path directory, Vfs files, CommitLog log, Clock clock) {
        this.id = id;
        this.table = table;
        this.directory = directory;
        this.files = files;
        this.log = log;
        this.clock = clock;
    }

    /** Where a table's parts lie: {@code <store>/<first three characters>/<uuid>}. */
    public static Path directoryOf(Path storePath, UUID table) {
        return storePath.resolve(table.toString().substring(0, 3)).resolve(table.toString());
    }

    public UUID table() {
        return table;
    }

    public Path directory() {
        return directory;
    }

    /** The table's name now. */
    public TableId id() {
        return id;
    }

    /** The table has another name from now on. */
    public void renamed(TableId newId) {
        id = newId;
    }

    Vfs files() {
        return files;
    }

    /** The active parts now. */
    public PartSet parts() {
        return log.parts(table);
    }

    /** A new directory name for a part in the making. */
    public String temporaryName(String purpose) {
        return TEMPORARY + "_" + purpose + "_" + clock.millis() + "_" + temporaries.incrementAndGet();
    }

    // ---- start ----

    /** Makes the directories of a new table. */
    public void create() {
        files.createDirectories(directory.resolve(DETACHED));
        if (!files.exists(directory.resolve("format_version.txt"))) {
            files.replace(
                    directory.resolve("format_version.txt"), "1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        Path parent = directory.getParent();
        if (parent != null) {
            files.syncDirectory(parent);
            // up to the data directory: <data>/store/<first of the UUID>/<UUID>
            Path above = parent.getParent();
            for (int level = 0; level < 2 && above != null && files.exists(above); level++) {
                files.syncDirectory(above);
                above = above.getParent();
            }
        }
        log.register(this, PartSet.EMPTY);
    }

    /**
     * Finds the parts of an existing table: finishes what the commit log says, removes what was never committed, loads the rest. Broken parts are moved aside
     * and told about; what they had replaced comes back if it is still there.
     */
    public void load(PartLoader loader) {
        long known = Math.max(
                log.replay(this),
                log.store(table).map(PartStore::giveWayToReattached).orElse(0L));
        List<String> entries = files.list(directory);
        List<PartName> names = new ArrayList<>();
        for (String entry : entries) {
            if (entry.startsWith(TEMPORARY) || entry.startsWith(DELETED)) {
                files.deleteTree(directory.resolve(entry));
            } else {
                PartName.parse(entry).ifPresent(names::add);
            }
        }
        long last = known;
        for (PartName name : names) {
            last = Math.max(last, Math.max(name.maxBlock(), name.mutation()));
        }
        lastBlock = last;
        log.register(this, new PartSet(new FoundParts(files, directory, loader).active(names)));
    }

    /**
     * Ends this store of a detached table: takes away what was dropped while readers kept it, since nobody else would, and says the last block number, because
     * the log must not name two parts alike.
     */
    private synchronized long giveWayToReattached() {
        dropped.forEach(part -> remove(new CommitRecord.Removal(part.name().toString(), false)));
        dropped.clear();
        return lastBlock;
    }

    // ---- block numbers ----

    /**
     * From now on inserts cannot bring parts with other columns: an ALTER takes columns away or renames them, and what an insert that began before it has
     * written would not be found under the new names.
     */
    public synchronized void allowColumns(Set<String> columns) {
        allowedColumns = Optional.of(Set.copyOf(columns));
    }

    /**
     * Takes the next block number for a part of an insert.
     *
     * @throws DbException ABORTED when the part has a column that is gone
     */
    synchronized long takeBlock(Part part) {
        for (PartColumn column : part.content().columns()) {
            if (allowedColumns.isPresent() && !allowedColumns.get().contains(column.name())) {
                throw new DbException(
                        ErrorCode.ABORTED,
                        "Column " + column.name() + " of table " + id
                                + " was dropped or renamed while rows were inserted; insert them again");
            }
        }
        return takeBlock();
    }

    /** Takes the next block number; it counts as uncommitted until {@link #settle}. */
    synchronized long takeBlock() {
        lastBlock++;
        uncommitted.add(lastBlock);
        return lastBlock;
    }

    synchronized void settle(long block) {
        uncommitted.remove(block);
        notifyAll();
    }

    /**
     * Takes the number of a mutation and waits until all inserts with lower block numbers are visible; until {@link #endMutation} merges stay below it.
     *
     * @throws DbException ABORTED when the thread is interrupted
     */
    public synchronized long beginMutation() {
        long number = takeBlock();
        try {
            while (uncommitted.first() < number) {
                wait();
            }
        } catch (InterruptedException e) {
            settle(number);
            Thread.currentThread().interrupt();
            throw new DbException(ErrorCode.ABORTED, "Interrupted while waiting for inserts into " + id);
        }
        return number;
    }

    public synchronized void endMutation(long number) {
        settle(number);
    }

    /** The least block number that an insert has taken but not yet published; merges stay below it. */
    public synchronized long firstUncommitted() {
        return uncommitted.isEmpty() ? Long.MAX_VALUE : uncommitted.first();
    }

    // ---- readers ----

    /** Keeps the files of parts until the lease is closed. */
    public synchronized PartLease lease(Collection<Part> parts) {
        List<Part> leased = List.copyOf(parts);
        leased.forEach(p -> readers.merge(p, 1, Integer::sum));
        return new PartLease(() -> giveBack(leased));
    }

    /** The active parts with a lease on them. */
    public synchronized Leased leaseActive() {
        PartSet set = parts();
        return new Leased(set, lease(set.parts()));
    }

    /** Parts and the promise that they stay. */
    public record Leased(PartSet parts, PartLease lease) {}

    private synchronized void giveBack(List<Part> parts) {
        parts.forEach(p -> readers.computeIfPresent(p, (part, count) -> count == 1 ? null : count - 1));
    }

    /** Notes that parts have been replaced; their files go when nobody reads them any more. */
    synchronized void retire(Collection<Part> parts) {
        parts.forEach(p -> outdated.put(p, clock.millis()));
    }

    /** Notes that parts have been dropped for good. */
    synchronized void dropped(Collection<Part> parts) {
        dropped.addAll(parts);
        parts.forEach(p -> outdated.put(p, 0L));
    }

    /** The drops that a new log must repeat, since their files are still there. */
    synchronized Optional<CommitRecord.TableChange> pendingRemovals() {
        if (dropped.isEmpty()) {
            return Optional.empty();
        }
        List<CommitRecord.Removal> removals = dropped.stream()
                .map(p -> new CommitRecord.Removal(p.name().toString(), false))
                .toList();
        return Optional.of(new CommitRecord.TableChange(table, List.of(), removals));
    }

    /** Deletes the files of parts replaced at least {@code lifetimeMillis} ago that nobody reads. */
    public void deleteOutdated(long lifetimeMillis) {
        List<Part> ready = new ArrayList<>();
        synchronized (this) {
            long now = clock.millis();
            outdated.forEach((part, since) -> {
                if (now - since >= lifetimeMillis && !readers.containsKey(part)) {
                    ready.add(part);
                }
            });
            ready.forEach(outdated::remove);
        }
        for (Part part : ready) {
            if (files.exists(part.directory())) {
                Path target = directory.resolve(DELETED + part.directory().getFileName());
                files.deleteTree(target);
                files.rename(part.directory(), target);
                files.deleteTree(target);
            }
            synchronized (this) {
                dropped.remove(part);
            }
        }
    }

    /** Replaced parts that are still on disk and whose rows a part contains. */
    synchronized List<Part> outdatedWithin(Part part) {
        return outdated.keySet().stream()
                .filter(p -> part.name().contains(p.name()))
                .toList();
    }

    /** Names of replaced parts of a partition that are still on disk: dropping the partition must not bring them back. */
    synchronized List<Part> outdatedOf(String partitionId) {
        return outdated.keySet().stream()
                .filter(p -> p.name().partitionId().equals(partitionId))
                .toList();
    }

    // ---- merges ----

    /** Takes parts for a merge or a drop; false if one of them is taken already or gone. */
    public synchronized boolean tryTake(Collection<Part> parts) {
        if (parts.stream().anyMatch(busy::contains) || !new HashSet<>(parts().parts()).containsAll(parts)) {
            return false;
        }
        busy.addAll(parts);
        return true;
    }

    public synchronized void giveBackTaken(Collection<Part> parts) {
        parts.forEach(busy::remove);
    }

    public synchronized Set<Part> busy() {
        return Set.copyOf(busy);
    }

    // ---- directories, called by the log ----

    /** Gives a part in the making its name; when it cannot be renamed it is served from where it is. */
    Part adopt(Part temporary, PartName name) {
        Path target = directory.resolve(name.toString());
        try {
            files.rename(temporary.directory(), target);
            return temporary.movedTo(target, name);
        } catch (DbException e) {
            LOG.error(
                    "Part {} is committed, but {} cannot be renamed; it is read from there until the next start: {}",
                    name,
                    temporary.directory(),
                    e.getMessage());
            log.keepLogs();
            return temporary.movedTo(temporary.directory(), name);
        }
    }

    /** Finishes a rename that the log says was committed. */
    void finishRename(CommitRecord.Rename rename) {
        Path target = directory.resolve(rename.part());
        Path temporary = directory.resolve(rename.temporary());
        if (files.exists(target)) {
            files.deleteTree(temporary);
        } else if (files.exists(temporary)) {
            files.rename(temporary, target);
        }
    }

    /** Takes a part's directory away. */
    void remove(CommitRecord.Removal removal) {
        Path path = directory.resolve(removal.part());
        if (!files.exists(path)) {
            return;
        }
        Path target = removal.detached()
                ? directory.resolve(DETACHED).resolve(removal.part())
                : directory.resolve(DELETED + removal.part());
        files.deleteTree(target);
        files.rename(path, target);
        if (removal.detached()) {
            files.syncDirectory(directory.resolve(DETACHED));
        }
    }

    /** Removes everything: DROP TABLE. */
    public void drop() {
        log.forget(table);
        files.deleteTree(directory);
    }
}
