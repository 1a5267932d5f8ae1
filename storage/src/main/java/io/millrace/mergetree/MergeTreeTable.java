package io.millrace.mergetree;

import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.catalog.ability.Alterable;
import io.millrace.catalog.ability.Checkable;
import io.millrace.catalog.ability.Counted;
import io.millrace.catalog.ability.HasParts;
import io.millrace.catalog.ability.Insertable;
import io.millrace.catalog.ability.Mutable;
import io.millrace.catalog.ability.Optimizable;
import io.millrace.catalog.ability.Partitioned;
import io.millrace.catalog.ability.Persistent;
import io.millrace.catalog.ability.Subcolumned;
import io.millrace.catalog.ability.TableWriter;
import io.millrace.catalog.ability.Truncatable;
import io.millrace.catalog.engine.TableServices;
import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.Table;
import io.millrace.catalog.table.TableDefinition;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.mergetree.commit.CommitLog;
import io.millrace.mergetree.commit.PartStore;
import io.millrace.mergetree.insert.PartsWriter;
import io.millrace.mergetree.merge.MergeMode;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartSet;
import io.millrace.mergetree.read.PartLease;
import io.millrace.mergetree.read.PartsScan;
import io.millrace.mergetree.read.RowMasks;
import io.millrace.mergetree.structure.TableStructure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

/** A table of the MergeTree family: parts on disk, reads from immutable snapshots, inserts through the commit log, merges in the background. Thread-safe. */
final class MergeTreeTable
        implements Table,
                Insertable,
                Counted,
                Partitioned,
                Truncatable,
                Optimizable,
                Alterable,
                Persistent,
                HasParts,
                Mutable,
                Checkable,
                Subcolumned {
    private final TableServices services;
    private final CommitLog log;
    private final PartStore store;
    private final MergeMode mode;
    private final Merging merging;
    private final MutationHistory mutations;
    private final FinalReads finalReads = new FinalReads();
    private volatile TableStructure structure;

    /** Written while columns get other names, so that a scan sees the old names and parts or the new ones. */
    private final ReadWriteLock naming = new ReentrantReadWriteLock();

    private volatile MergeTreeSettings settings;

    MergeTreeTable(TableDefinition definition, TableServices services, MergeMode mode, boolean attach) {
        this.services = services;
        this.mode = mode;
        if (!(services.committer() instanceof CommitLog commitLog)) {
            throw DbException.bug("Tables of the MergeTree family need the commit log");
        }
        this.log = commitLog;
        this.structure = new TableStructure(definition, services);
        this.settings = MergeTreeSettings.of(definition.settings());
        KeyChecks.check(structure, mode);
        Path storePath = services.dataPath().resolve("store");
        Path directory = PartStore.directoryOf(storePath, definition.uuid());
        this.store =
                new PartStore(definition.id(), definition.uuid(), directory, services.files(), log, services.clock());
        this.merging = new Merging(this, services, log, store);
        this.mutations = new MutationHistory(services.files(), directory);
        if (attach) {
            if (!services.files().exists(directory)) {
                throw new DbException(
                        ErrorCode.CORRUPTED_DATA,
                        "The directory " + directory + " with the data of table " + definition.id() + " is missing.");
            }
            store.load(PartLoaders.of(structure, settings));
            columnChanges().finishInterrupted();
            mutations.load();
        } else {
            services.files().createDirectories(directory);
            store.create();
        }
    }

    @Override
    public TableDefinition definition() {
        return structure.definition();
    }

    TableStructure structure() {
        return structure;
    }

    MergeTreeSettings settings() {
        return settings;
    }

    MergeMode mode() {
        return mode;
    }

    /** The active parts now. */
    public PartSet partSet() {
        return store.parts();
    }

    @Override
    public List<PartFacts> parts() {
        return store.parts().parts().stream().map(PartsShown::facts).toList();
    }

    @Override
    public boolean isMerging() {
        return !store.busy().isEmpty();
    }

    @Override
    public List<DetachedFacts> detachedParts() {
        return PartsShown.detached(services.files(), store.directory().resolve("detached"));
    }

    // ---- reading ----

    @Override
    public TableScan scan(ScanRequest request) {
        TableStructure current;
        PartStore.Leased leased;
        naming.readLock().lock();
        try {
            current = structure;
            leased = store.leaseActive();
        } finally {
            naming.readLock().unlock();
        }
        List<Part> parts = leased.parts().parts();
        if (!request.finalRows() || mode.isOrdinary()) {
            if (request.finalRows()) {
                throw new DbException(
                        ErrorCode.ILLEGAL_FINAL,
                        "Storage " + current.definition().engineName() + " doesn't support FINAL");
            }
            return new PartsScan(current, request, parts, () -> RowMasks.NONE, leased.lease());
        }
        return finalReads.scan(current, request, leased, mode);
    }

    @Override
    public boolean hasSizes(String column) {
        TableStructure current = structure;
        int index = current.stored().find(column).isPresent() ? current.stored().index(column) : -1;
        boolean inKeys = current.primaryKey().stream()
                        .anyMatch(k -> ExpressionProgram.inputsOf(k).contains(index))
                || current.partition().minMaxColumns().containsKey(column);
        return index >= 0
                && current.stored().type(index) instanceof DataType.StringType
                && current.stored().find(column + ".size").isEmpty()
                && !inKeys;
    }

    // ---- writing ----

    @Override
    public TableWriter newWriter(EvaluationContext context) {
        merging.beforeInsert();
        TableStructure current = structure;
        MergeTreeSettings values = settings;
        return new PartsWriter(current, store, mode, ColumnPlans.of(current, values), values.profile(), context);
    }

    @Override
    public boolean keepsOrder() {
        return !mode.isOrdinary();
    }

    @Override
    public long rows() {
        return store.parts().rows();
    }

    @Override
    public long bytes() {
        return store.parts().bytesOnDisk();
    }

    // ---- partitions ----

    @Override
    public String partitionId(List<Column> values) {
        if (values.size() != structure.partition().types().size()) {
            throw new DbException(
                    ErrorCode.INVALID_PARTITION_VALUE,
                    "Wrong number of fields in the partition expression: " + values.size() + ", must be: "
                            + structure.partition().types().size());
        }
        return structure.partition().idOf(values);
    }

    @Override
    public void dropPartition(String partitionId) {
        merging.drop(set -> set.ofPartition(partitionId), false);
    }

    @Override
    public void detachPartition(String partitionId) {
        merging.drop(set -> set.ofPartition(partitionId), true);
    }

    @Override
    public void attachPartition(String partitionId) {
        new Attaching(structure, settings, store, log).attachPartition(partitionId);
    }

    @Override
    public void attachPart(String partName) {
        new Attaching(structure, settings, store, log).attachPart(partName);
    }

    @Override
    public List<String> partitionIds() {
        return List.copyOf(store.parts().byPartition().keySet());
    }

    @Override
    public void truncate() {
        merging.drop(PartSet::parts, false);
    }

    // ---- merges ----

    @Override
    public void optimize(Optional<String> partition, boolean finalMerge) {
        Map<String, List<Part>> partitions = store.parts().byPartition();
        partitions.keySet().stream()
                .filter(id -> partition.isEmpty() || partition.get().equals(id))
                .forEach(id -> merging.optimize(id, finalMerge));
    }

    @Override
    public void allowMerges(boolean allowed) {
        merging.allow(allowed);
    }

    @Override
    public List<Checked> check(Optional<List<String>> partitions, Optional<String> part, Cancellation cancellation) {
        PartStore.Leased leased = store.leaseActive();
        try (PartLease _ = leased.lease()) {
            return leased.parts().parts().stream()
                    .filter(p -> partitions.isEmpty()
                            || partitions.get().contains(p.name().partitionId()))
                    .filter(p -> part.isEmpty() || part.get().equals(p.name().toString()))
                    .map(p -> new Checked(
                            p.name().toString(),
                            PartCheck.problemOf(p, PartLoaders.of(structure, settings), cancellation)))
                    .toList();
        }
    }

    /** Deletes the files of replaced parts whose time has come; the background does it as well. */
    void deleteOutdatedParts() {
        store.deleteOutdated((long) (settings.get(MergeTreeSettings.OLD_PARTS_LIFETIME) * 1000));
    }

    // ---- mutations ----

    @Override
    public void checkUpdate(List<String> columns) {
        Mutating.checkUpdate(structure, columns);
    }

    @Override
    public void mutate(Mutation mutation, EvaluationContext context) {
        Instant created = services.clock().instant();
        merging.exclusively(() -> {
            long number = new Mutating(this, services, log, store, context).run(mutation);
            mutations.finished(number, mutation.command(), created);
        });
    }

    @Override
    public List<MutationFacts> mutations() {
        return mutations.all();
    }

    // ---- definition ----

    @Override
    public void checkAlter(TableDefinition changed) {
        KeyChecks.checkAlter(structure, changed);
        MergeTreeSettings.of(changed.settings());
    }

    private ColumnChanges columnChanges() {
        return new ColumnChanges(services, log, store, structure, settings);
    }

    @Override
    public void alterColumns(TableDefinition changed, Map<String, Optional<String>> columns, Runnable keep) {
        merging.exclusively(() -> columnChanges().run(changed, columns, keep, rewrite -> {
            naming.writeLock().lock();
            try {
                rewrite.run();
                alter(changed);
            } finally {
                naming.writeLock().unlock();
            }
        }));
    }

    @Override
    public void clearColumn(String column, List<String> partitionIds) {
        KeyChecks.checkClear(structure, column);
        merging.exclusively(() -> columnChanges().clear(column, Set.copyOf(partitionIds)));
    }

    @Override
    public void alter(TableDefinition changed) {
        store.allowColumns(
                changed.storedHeader().fields().stream().map(Header.Field::name).collect(Collectors.toSet()));
        settings = MergeTreeSettings.of(changed.settings());
        structure = new TableStructure(changed, services);
        store.renamed(changed.id());
        finalReads.forget();
    }

    // ---- life ----

    @Override
    public void start() {
        log.catalogLoaded(services.dataPath().resolve("store"));
        merging.start();
    }

    @Override
    public void shutdown() {
        merging.stop();
    }

    @Override
    public void dropFiles() {
        store.drop();
    }
}
