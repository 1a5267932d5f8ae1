package io.millrace.pipeline.operator.aggregate;

import io.millrace.base.error.DbException;
import io.millrace.data.block.Block;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.evaluate.FilterProgram;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.pipeline.run.Reservation;
import io.millrace.pipeline.spill.SpillFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * GROUP BY: takes blocks from several drivers, then offers the groups as sources for the next pipeline.
 *
 * <p>Each driver has its own groups; they are merged partition by partition when the next pipeline asks, each partition by one thread. Thread-safe as the
 * interfaces demand.
 */
public final class Aggregation implements Sink.Factory {
    private final AggregateSpec spec;
    private final QueryResources resources;
    private final List<Grouping> groupings = new ArrayList<>();
    /** By grouping set, the groups of each driver; guarded by itself. */
    private final List<List<LocalGroups>> locals = new ArrayList<>();

    private volatile Optional<Block> totals = Optional.empty();

    public Aggregation(AggregateSpec spec, QueryResources resources) {
        this.spec = spec;
        this.resources = resources;
        for (int set = 0; set < Math.max(1, spec.sets().size()); set++) {
            groupings.add(new Grouping(spec, set));
            locals.add(new ArrayList<>());
        }
    }

    @Override
    public Sink open(int driver) {
        List<LocalGroups> mine = new ArrayList<>();
        synchronized (locals) {
            for (int set = 0; set < groupings.size(); set++) {
                LocalGroups groups = new LocalGroups(groupings.get(set), spec, resources);
                locals.get(set).add(groups);
                mine.add(groups);
            }
        }
        return new GroupingSink(mine);
    }

    /** The groups as blocks of {@link AggregateSpec#output()}, in any order, by as many drivers as there are partitions to share. */
    public Pipeline.SourcesFactory sources() {
        return this::start;
    }

    /** The row of totals, once the sources have been started; empty unless the spec wants it. */
    public Optional<Block> totals() {
        return totals;
    }

    private Sources start() {
        List<Share> shares = new ArrayList<>();
        for (int set = 0; set < groupings.size(); set++) {
            Grouping grouping = groupings.get(set);
            List<LocalGroups> drivers = locals.get(set);
            if (drivers.stream().anyMatch(LocalGroups::isPartitioned)) {
                drivers.forEach(LocalGroups::partition);
                for (int p = 0; p < LocalGroups.PARTITIONS; p++) {
                    int partition = p;
                    shares.add(new Share(grouping, () -> mergePartition(grouping, drivers, partition)));
                }
            } else {
                GroupTable merged = mergeSingle(grouping, drivers);
                shares.add(new Share(grouping, () -> merged));
            }
        }
        return new Shares(spec.totals() ? withTotals(shares) : shares);
    }

    private GroupTable mergeSingle(Grouping grouping, List<LocalGroups> drivers) {
        GroupTable merged = drivers.isEmpty()
                ? grouping.newTable(new Reservation(resources.context().memory()))
                : drivers.getFirst().single();
        for (int d = 1; d < drivers.size(); d++) {
            merged.merge(drivers.get(d).single());
        }
        if (!grouping.hasKeys() && merged.size() == 0 && spec.keys().isEmpty() && !spec.emptyResult()) {
            KeyBatch one = new KeyBatch();
            one.rows = 1;
            one.hashes = new long[1];
            merged.keys().insert(one, new int[1]);
        }
        merged.resizeStates();
        return merged;
    }

    private GroupTable mergePartition(Grouping grouping, List<LocalGroups> drivers, int number) {
        LocalGroups first = drivers.getFirst();
        Reservation memory = first.tableMemory();
        GroupTable merged = first.partition(number).table(memory);
        for (LocalGroups driver : drivers) {
            Partition partition = driver.partition(number);
            if (driver != first && partition.hasTable()) {
                merged.merge(partition.table(memory));
                partition.dropTable();
            }
            partition.drainInto(merged);
            for (SpillFile spill : driver.spills()) {
                SpilledGroups.readMerge(
                        spill.open(number), merged, grouping.encoder().wordCount());
            }
        }
        first.partition(number).dropTable();
        merged.resizeStates();
        return merged;
    }

    /** Merges everything now, since the totals need all groups. */
    private List<Share> withTotals(List<Share> shares) {
        Grouping all = groupings.getFirst();
        GroupedState[] sums = all.newStates();
        for (GroupedState state : sums) {
            state.resize(2);
        }
        Optional<FilterProgram> having = spec.having().map(FilterProgram::compile);
        List<Share> merged = new ArrayList<>();
        for (Share share : shares) {
            GroupTable table = share.groups().merge();
            int[] targetOf = new int[table.size()];
            if (having.isPresent() && table.size() > 0) {
                Block block = share.grouping().result(table, 0, table.size());
                long[] bitmap = new long[Bitmaps.words(table.size())];
                having.get().select(block, bitmap, resources.context());
                for (int g = 0; g < targetOf.length; g++) {
                    targetOf[g] = Bitmaps.get(bitmap, g) ? 0 : 1;
                }
            }
            table.mergeInto(sums, targetOf);
            merged.add(new Share(share.grouping(), () -> table));
        }
        List<Column> columns = new ArrayList<>();
        for (int key : spec.keys()) {
            columns.add(Grouping.defaults(spec.input().type(key), 1));
        }
        for (GroupedState state : sums) {
            columns.add(state.result(0, 1));
        }
        if (spec.sets().size() > 1) {
            columns.add(Grouping.defaults(Types.UINT64, 1));
        }
        totals = Optional.of(new Block(spec.output(), columns, 1));
        return merged;
    }

    /** Some of the groups: how to get them and what they belong to. */
    private record Share(Grouping grouping, Groups groups) {}

    /** Groups that are merged when they are wanted. */
    private interface Groups {
        GroupTable merge();
    }

    /** One driver's end of the input. */
    private record GroupingSink(List<LocalGroups> groups) implements Sink {
        @Override
        public Demand accept(Block block) {
            for (LocalGroups local : groups) {
                local.add(block);
            }
            return Demand.MORE;
        }
    }

    /** Hands shares to whichever source asks next. */
    private final class Shares implements Sources {
        private final List<Share> shares;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger open = new AtomicInteger();

        Shares(List<Share> shares) {
            this.shares = shares;
        }

        @Override
        public int parallelism() {
            return Math.max(1, Math.min(resources.maxThreads(), shares.size()));
        }

        @Override
        public Source open(int driver) {
            open.incrementAndGet();
            return new ShareSource(this);
        }

        Optional<Share> take() {
            int index = next.getAndIncrement();
            return index < shares.size() ? Optional.of(shares.get(index)) : Optional.empty();
        }

        void closed() {
            if (open.decrementAndGet() == 0) {
                locals.forEach(drivers -> drivers.forEach(LocalGroups::close));
            }
        }
    }

    /** Walks through shares, block by block. */
    private final class ShareSource implements Source {
        private final Shares shares;
        private Optional<Share> share = Optional.empty();
        private Optional<GroupTable> table = Optional.empty();
        private int position;

        ShareSource(Shares shares) {
            this.shares = shares;
        }

        @Override
        public Poll poll() {
            while (table.isEmpty() || position >= table.get().size()) {
                share = shares.take();
                if (share.isEmpty()) {
                    return FINISHED;
                }
                resources.context().cancellation().check();
                table = Optional.of(share.get().groups().merge());
                position = 0;
            }
            int to = Math.min(table.get().size(), position + resources.blockRows());
            Block block = share.orElseThrow(() -> DbException.bug("A table without its share"))
                    .grouping()
                    .result(table.get(), position, to);
            position = to;
            return new Poll.Ready(block);
        }

        @Override
        public void close() {
            shares.closed();
        }
    }
}
