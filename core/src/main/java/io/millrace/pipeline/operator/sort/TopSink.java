package io.millrace.pipeline.operator.sort;

import io.millrace.base.cancel.Cancellation;
import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.run.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One driver's best rows so far: most rows fail the comparison of eight bytes with the threshold, and only rows that pass are copied at all. Owned by one driver;
 * the threshold is shared.
 */
final class TopSink implements Sink {
    private final SortPlan plan;
    private final int limit;
    private final AtomicLong threshold;
    private final Reservation memory;
    private final List<SortedRun> target;
    private final int blockRows;
    private final Cancellation cancellation;
    private final List<Block> kept = new ArrayList<>();
    private int keptRows;
    private long charged;
    /** The key of the worst of {@code limit} rows that are kept; no row above it is needed. */
    private Column[] boundary = new Column[0];

    private int boundaryRow = -1;
    private long boundaryPrefix = -1L;

    TopSink(
            SortPlan plan,
            int limit,
            AtomicLong threshold,
            Reservation memory,
            List<SortedRun> target,
            int blockRows,
            Cancellation cancellation) {
        this.plan = plan;
        this.limit = limit;
        this.threshold = threshold;
        this.memory = memory;
        this.target = target;
        this.blockRows = blockRows;
        this.cancellation = cancellation;
    }

    @Override
    public Demand accept(Block block) {
        Column[] keys = plan.order().keysOf(block);
        long[] prefixes = plan.prefix().of(keys, block.rows());
        int[] rows = new int[block.rows()];
        int count = select(prefixes, block.rows(), keys, rows);
        if (count == 0) {
            return Demand.MORE;
        }
        if (count > limit) {
            long[] chosen = new long[count];
            for (int i = 0; i < count; i++) {
                chosen[i] = prefixes[rows[i]];
            }
            new RowSort(plan.order(), keys, plan.prefix().isExact(), cancellation).sort(rows, chosen, count);
            count = limit;
        }
        Block best = block.gather(rows, count);
        kept.add(best);
        keptRows += count;
        charge(best.sizeBytes());
        if (keptRows >= limit && (boundaryRow < 0 || keptRows >= 2 * limit)) {
            compact();
        }
        return Demand.MORE;
    }

    private void charge(long bytes) {
        memory.grow(bytes);
        charged += bytes;
    }

    /** Puts the rows that may be among the best into {@code rows}. */
    private int select(long[] prefixes, int count, Column[] keys, int[] rows) {
        long shared = threshold.get();
        boolean bounded = boundaryRow >= 0;
        // an exact prefix equal to the boundary's cannot be better; while nothing is known all ones mean: everything
        long highest = plan.prefix().isExact() && (bounded || shared != -1L) ? shared - 1 : shared;
        if (plan.prefix().isExact() && shared == 0) {
            return 0;
        }
        long flipped = highest ^ Long.MIN_VALUE;
        int selected = 0;
        for (int i = 0; i < count; i++) {
            rows[selected] = i;
            selected += (prefixes[i] ^ Long.MIN_VALUE) <= flipped ? 1 : 0;
        }
        if (plan.prefix().isExact() || !bounded) {
            return selected;
        }
        int better = 0;
        for (int i = 0; i < selected; i++) {
            int row = rows[i];
            int order = Long.compareUnsigned(prefixes[row], boundaryPrefix);
            if (order < 0 || order == 0 && plan.order().compare(keys, row, boundary, boundaryRow) < 0) {
                rows[better++] = row;
            }
        }
        return better;
    }

    /** Keeps the best rows only and lowers the threshold. */
    private void compact() {
        Block all = plan.joined(kept, cancellation);
        int[] order = plan.sorted(all, cancellation);
        Block best = all.gather(order, Math.min(limit, all.rows()));
        kept.clear();
        kept.add(best);
        keptRows = best.rows();
        charge(best.sizeBytes() - charged);
        boundary = plan.order().keysOf(best);
        boundaryRow = best.rows() - 1;
        boundaryPrefix = plan.prefix().of(boundary, best.rows())[boundaryRow];
        threshold.accumulateAndGet(boundaryPrefix, (a, b) -> Long.compareUnsigned(a, b) <= 0 ? a : b);
    }

    @Override
    public void finish() {
        if (keptRows > 0) {
            Block all = plan.joined(kept, cancellation);
            int[] order = plan.sorted(all, cancellation);
            target.add(new SortedRun.InMemory(all, order, Math.min(limit, all.rows()), blockRows));
        }
    }
}
