package io.millrace.mergetree.read;

import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import io.millrace.mergetree.index.PartSelection;
import io.millrace.mergetree.index.Pruning;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.structure.TableStructure;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A prepared read of parts: prunes them, applies the filter exactly, and hands granules out to the drivers. The parts stay on disk until the scan is closed
 * by its last source. Thread-safe.
 */
public final class PartsScan implements TableScan, Sources {
    /** Eight granules of the usual size. */
    private static final int MAX_BLOCK_ROWS = 65_536;

    private final TableStructure structure;
    private final ScanRequest request;
    private final List<Part> parts;
    private final Supplier<RowMasks> masks;
    private final PartLease lease;
    private final OpenFiles files = new OpenFiles();
    private final Map<Part, Optional<FilterPlan>> filters = new ConcurrentHashMap<>();
    private final AtomicInteger openSources = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicLong delivered = new AtomicLong();
    private Pruning pruning;
    private List<PartSelection> selections;
    private Optional<ReadQueue> queue = Optional.empty();
    private RowMasks visible = RowMasks.NONE;

    /**
     * @param masks computed when the scan is opened: rows to hide
     * @param lease keeps the parts' files
     */
    public PartsScan(
            TableStructure structure,
            ScanRequest request,
            List<Part> parts,
            Supplier<RowMasks> masks,
            PartLease lease) {
        this.structure = structure;
        this.request = request;
        this.parts = List.copyOf(parts);
        this.masks = masks;
        this.lease = lease;
        this.pruning = new Pruning(structure, request.filter(), request.context());
        this.selections = pruning.select(this.parts);
        lease.watch(this);
    }

    @Override
    public boolean filtered() {
        return true;
    }

    @Override
    public OptionalLong rowsToRead() {
        return OptionalLong.of(
                selections.stream().mapToLong(PartSelection::rows).sum());
    }

    @Override
    public List<String> explain() {
        List<String> lines = new ArrayList<>(pruning.explain());
        lines.add("Parts: " + selections.size());
        lines.add("Granules: "
                + selections.stream().mapToInt(PartSelection::granules).sum());
        return lines;
    }

    /** The selected granules of each part, with the sets of IN that are known now. */
    List<PartSelection> selections() {
        return selections;
    }

    @Override
    public Sources open() {
        if (request.filter().isPresent() && hasSets(request.filter().get())) {
            pruning = new Pruning(structure, request.filter(), request.context());
            selections = pruning.select(parts);
        }
        visible = masks.get();
        queue = Optional.of(new ReadQueue(selections, request.drivers()));
        return this;
    }

    private static boolean hasSets(Expression expression) {
        return switch (expression) {
            case Expression.InSet in -> true;
            case Expression.Call call -> call.arguments().stream().anyMatch(PartsScan::hasSets);
            case Expression.Input i -> false;
            case Expression.Constant c -> false;
            case Expression.Lambda l -> false;
        };
    }

    @Override
    public int parallelism() {
        return queue.orElseThrow().parallelism();
    }

    @Override
    public Source open(int driver) {
        openSources.incrementAndGet();
        opened.incrementAndGet();
        return new PartsSource(this, queue.orElseThrow());
    }

    void sourceClosed() {
        if (openSources.decrementAndGet() > 0) {
            return;
        }
        // a source that is opened after all others have closed finds the files again
        files.close();
        if (queue.orElseThrow().isEmpty() || opened.get() >= request.drivers()) {
            lease.close();
        }
    }

    EvaluationContext context() {
        return request.context();
    }

    int maxBlockRows() {
        return Math.clamp(request.blockRows(), 1, MAX_BLOCK_ROWS) > MAX_BLOCK_ROWS - 1024
                ? MAX_BLOCK_ROWS
                : Math.max(1, request.blockRows());
    }

    BlockReader newReader(Part part) {
        ColumnSources columns = new ColumnSources(structure, part, files, request.context());
        Optional<FilterPlan> filter = filters.computeIfAbsent(part, this::filterPlan);
        return new BlockReader(
                part,
                request.columns(),
                filter,
                visible.of(part),
                request.passing() && request.limit().isEmpty(),
                columns,
                request.context());
    }

    private Optional<FilterPlan> filterPlan(Part part) {
        return request.filter()
                .map(f ->
                        FilterPlan.of(f, i -> part.columnBytes(request.columns().name(i))));
    }

    boolean limitReached() {
        return request.limit().isPresent() && delivered.get() >= request.limit().getAsLong();
    }

    /** Cuts a block at the wanted number of rows; empty when that many have been delivered. */
    Optional<Block> limited(Block block) {
        if (request.limit().isEmpty()) {
            return Optional.of(block);
        }
        long before = delivered.getAndAdd(block.rows());
        long rest = request.limit().getAsLong() - before;
        if (rest <= 0) {
            return Optional.empty();
        }
        return Optional.of(rest < block.rows() ? block.slice(0, (int) rest) : block);
    }
}
