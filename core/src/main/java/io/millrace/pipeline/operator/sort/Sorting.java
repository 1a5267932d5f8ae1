package io.millrace.pipeline.operator.sort;

import io.millrace.base.cancel.Cancellation;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Pipeline;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import io.millrace.pipeline.run.QueryResources;
import io.millrace.pipeline.run.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * ORDER BY: takes blocks from several drivers, then offers them as one sorted stream. Each driver sorts what it got; the stream merges. With a small limit each
 * driver keeps only its best rows and all share a threshold that says what cannot be among the best any more.
 */
public final class Sorting implements Sink.Factory {
    /** Up to this limit the best rows are kept in a heap-like buffer; beyond, everything is sorted. */
    private static final long TOP_ROWS = 100_000;

    private static final int RUN_ROWS = 1 << 24;
    private static final long RUN_BYTES = 1L << 30;

    private final SortPlan plan;
    private final long limit;
    private final QueryResources resources;
    private final Reservation memory;
    /** The highest prefix that can still be among the best, as an unsigned number. */
    private final AtomicLong threshold = new AtomicLong(-1L);

    /** By driver, so that rows that are equal come in the order of the drivers. */
    private final List<List<SortedRun>> runs = new ArrayList<>();

    /** Sorts blocks of a header; with a limit only the first rows are delivered. */
    public Sorting(Header header, List<SortKey> keys, OptionalLong limit, QueryResources resources) {
        this.plan = SortPlan.of(header, keys);
        this.limit = limit.orElse(Long.MAX_VALUE);
        this.resources = resources;
        this.memory = new Reservation(resources.context().memory());
    }

    @Override
    public Sink open(int driver) {
        List<SortedRun> mine = new ArrayList<>();
        synchronized (runs) {
            runs.add(mine);
        }
        if (keepsTop()) {
            return new TopSink(
                    plan,
                    (int) limit,
                    threshold,
                    memory,
                    mine,
                    resources.blockRows(),
                    resources.context().cancellation());
        }
        return new RunSink(mine);
    }

    /**
     * A condition over the first {@code leading} keys (one argument each) that rows have to meet to be needed at all; it becomes stricter while this
     * sorting goes on. Empty when there is no small limit.
     */
    public Optional<BoundPredicate> condition(int leading) {
        if (!keepsTop()) {
            return Optional.empty();
        }
        List<SortKey> keys = plan.keys().subList(0, leading);
        SortPrefix prefix = new SortPrefix(
                keys.stream().map(k -> plan.header().type(k.column())).toList(), keys);
        boolean strict = leading == plan.keys().size() && prefix.isExact();
        return Optional.of(new TopCondition(prefix, threshold, strict));
    }

    private boolean keepsTop() {
        return limit <= TOP_ROWS && limit > 0;
    }

    /** One sorted stream. */
    public Pipeline.SourcesFactory sources() {
        return () -> new Sources() {
            @Override
            public int parallelism() {
                return 1;
            }

            @Override
            public Source open(int driver) {
                List<SortedRun> all = runs.stream().flatMap(List::stream).toList();
                return new RunMerge(plan, all, limit, resources.blockRows(), memory::close);
            }
        };
    }

    /** One driver's rows: collected, sorted in runs, written to files when there are too many. */
    private final class RunSink implements Sink {
        private final List<SortedRun> target;
        private final List<Block> blocks = new ArrayList<>();
        private final Reservation held = new Reservation(resources.context().memory());
        private long rows;

        RunSink(List<SortedRun> target) {
            this.target = target;
        }

        @Override
        public Demand accept(Block block) {
            // twice: the rows now, and their copy in order later
            held.grow(2 * block.sizeBytes() + 12L * block.rows());
            blocks.add(block);
            rows += block.rows();
            long budget = resources.externalSortBytes() / Math.max(1, resources.maxThreads());
            if (budget > 0 && held.held() > budget) {
                target.add(SortedRun.OnDisk.write(run(), plan.header(), resources));
                held.resize(0);
            } else if (rows >= RUN_ROWS || held.held() / 2 > RUN_BYTES * (1 + target.size())) {
                target.add(run());
            }
            return Demand.MORE;
        }

        private SortedRun run() {
            Cancellation cancellation = resources.context().cancellation();
            Block joined = plan.joined(blocks, cancellation);
            blocks.clear();
            rows = 0;
            int count = (int) Math.min(limit, joined.rows());
            return new SortedRun.InMemory(joined, plan.sorted(joined, cancellation), count, resources.blockRows());
        }

        @Override
        public void finish() {
            if (rows > 0) {
                target.add(run());
            }
            memory.grow(held.held());
            held.close();
        }

        @Override
        public void close() {
            held.close();
        }
    }
}
