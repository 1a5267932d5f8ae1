package io.millrace.mergetree;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.time.Scheduler;
import io.millrace.catalog.engine.TableServices;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.mergetree.commit.CommitLog;
import io.millrace.mergetree.commit.PartStore;
import io.millrace.mergetree.index.PartSelection;
import io.millrace.mergetree.merge.MergePolicy;
import io.millrace.mergetree.merge.MergeSource;
import io.millrace.mergetree.merge.PartMerger;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartName;
import io.millrace.mergetree.part.PartSet;
import io.millrace.mergetree.read.OpenFiles;
import io.millrace.mergetree.read.PartLease;
import io.millrace.mergetree.structure.TableStructure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The merges of one table: in the background, on OPTIMIZE, and what must wait for them (drops). At most one merge of a table runs at a time; a drop waits for
 * it. Thread-safe.
 */
final class Merging {
    private static final Logger LOG = LoggerFactory.getLogger(Merging.class);
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration BUSY = Duration.ofMillis(20);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private final MergeTreeTable table;
    private final TableServices services;
    private final CommitLog log;
    private final PartStore store;

    /** Held while parts are merged or dropped. */
    private final Object changing = new Object();

    private volatile boolean stopped;
    private volatile boolean allowed = true;
    private volatile Cancellation cancellation = new Cancellation();
    private Optional<Scheduler.Handle> next = Optional.empty();

    Merging(MergeTreeTable table, TableServices services, CommitLog log, PartStore store) {
        this.table = table;
        this.services = services;
        this.log = log;
        this.store = store;
    }

    // ---- background ----

    synchronized void start() {
        if (!stopped && next.isEmpty()) {
            schedule(IDLE);
        }
    }

    private synchronized void schedule(Duration delay) {
        if (!stopped) {
            next = Optional.of(services.scheduler().schedule(delay, this::work));
        }
    }

    void stop() {
        synchronized (this) {
            stopped = true;
            next.ifPresent(Scheduler.Handle::cancel);
        }
        cancellation.cancel(CancelReason.SHUTDOWN, "The table is being shut down");
        synchronized (changing) {
            next = Optional.empty();
        }
    }

    void allow(boolean merges) {
        allowed = merges;
    }

    private void work() {
        Duration delay = IDLE;
        try {
            table.deleteOutdatedParts();
            if (allowed && mergeOnce()) {
                delay = BUSY;
            }
        } catch (DbException e) {
            if (!stopped) {
                LOG.error("A background merge of table {} failed: {}", store.id(), e.getMessage());
            }
            delay = AFTER_FAILURE;
        } finally {
            schedule(delay);
        }
    }

    /** Merges what the policy finds best; false if nothing is worth it. */
    boolean mergeOnce() {
        synchronized (changing) {
            if (stopped) {
                return false;
            }
            MergeTreeSettings settings = table.settings();
            MergePolicy policy = new MergePolicy(settings.get(MergeTreeSettings.MAX_BYTES_TO_MERGE), (int)
                    Math.clamp(settings.get(MergeTreeSettings.MAX_PARTS_TO_MERGE), 2L, 1000L));
            Optional<List<Part>> chosen =
                    policy.choose(store.parts().byPartition().values(), store.busy(), store.firstUncommitted());
            chosen.ifPresent(parts -> merge(parts, false));
            return chosen.isPresent();
        }
    }

    // ---- OPTIMIZE ----

    void optimize(String partitionId, boolean finalMerge) {
        synchronized (changing) {
            long limit = store.firstUncommitted();
            List<Part> parts = store.parts().ofPartition(partitionId).stream()
                    .filter(p -> p.name().maxBlock() < limit)
                    .toList();
            if (parts.size() > 1
                    || parts.size() == 1
                            && finalMerge
                            && parts.getFirst().name().level() == 0) {
                merge(parts, false);
            }
        }
    }

    private void merge(List<Part> parts, boolean cleanUp) {
        if (!store.tryTake(parts)) {
            return;
        }
        PartName name = PartName.merged(parts.stream().map(Part::name).toList());
        Path directory = store.directory().resolve(store.temporaryName("merge"));
        TableStructure structure = table.structure();
        EvaluationContext context =
                new EvaluationContext(services.memory().child("merge of " + name, 0), cancellation, 0);
        long started = services.clock().millis();
        PartLease lease = store.lease(parts);
        try (OpenFiles files = new OpenFiles()) {
            MergeSource source = new MergeSource(
                    structure, parts.stream().map(PartSelection::all).toList(), table.mode(), cleanUp, files, context);
            Optional<Part> merged = PartMerger.merge(
                    source,
                    directory,
                    name,
                    ColumnPlans.of(structure, table.settings()),
                    table.settings().profile());
            if (merged.isPresent()) {
                log.replace(store, merged.get(), name, parts);
            } else {
                log.drop(store, parts, false);
            }
            LOG.debug(
                    "Merged {} parts of table {} into {} in {} ms",
                    parts.size(),
                    store.id(),
                    name,
                    services.clock().millis() - started);
        } catch (RuntimeException | Error e) {
            deleteQuietly(directory);
            throw e;
        } finally {
            lease.close();
            context.memory().close();
            store.giveBackTaken(parts);
        }
    }

    private void deleteQuietly(Path directory) {
        try {
            services.files().deleteTree(directory);
        } catch (DbException e) {
            // the next start removes it
            LOG.warn("Cannot delete {}: {}", directory, e.getMessage());
        }
    }

    // ---- drops ----

    void drop(Function<PartSet, List<Part>> choice, boolean detach) {
        synchronized (changing) {
            List<Part> parts = choice.apply(store.parts());
            if (!parts.isEmpty()) {
                log.drop(store, parts, detach);
            }
        }
    }

    /** Runs something while no merge and no drop changes the parts. */
    void exclusively(Runnable change) {
        synchronized (changing) {
            change.run();
        }
    }

    // ---- inserts ----

    /** Slows inserts down, or refuses them, when merges cannot keep up. */
    void beforeInsert() {
        long most = store.parts().byPartition().values().stream()
                .mapToLong(List::size)
                .max()
                .orElse(0);
        long limit = table.settings().get(MergeTreeSettings.PARTS_TO_THROW_INSERT);
        if (limit > 0 && most >= limit) {
            throw new DbException(
                    ErrorCode.TOO_MANY_PARTS,
                    "Too many parts (" + most + ") in table '" + store.id()
                            + "'. Merges are processing significantly slower than inserts");
        }
        long delayFrom = table.settings().get(MergeTreeSettings.PARTS_TO_DELAY_INSERT);
        if (allowed && delayFrom > 0 && most >= delayFrom) {
            // the inserting thread pays by merging itself
            mergeOnce();
        }
    }
}
