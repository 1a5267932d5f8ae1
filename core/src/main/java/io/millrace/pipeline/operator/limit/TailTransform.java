package io.millrace.pipeline.operator.limit;

import io.millrace.data.block.Block;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Transform;
import io.millrace.pipeline.run.Reservation;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * LIMIT and OFFSET of which one is negative and counts from the end, on a serial stream: {@code LIMIT -a} takes the last rows, {@code OFFSET -b} leaves
 * the last rows out. Holds back as many rows as may still be among the last ones. Owned by one driver.
 */
public final class TailTransform implements Transform {
    /** Rows left out at the begin. */
    private final long first;
    /** The number of the row behind those that are taken, as counted from the begin. */
    private final long end;
    /** Rows left out at the end. */
    private final long dropped;
    /** Rows wanted before those that are left out at the end. */
    private final long wanted;

    private final Reservation memory;
    private final Deque<Block> held = new ArrayDeque<>();
    private long heldRows;
    private long passed;

    private TailTransform(long limit, long offset, EvaluationContext context) {
        this.first = Math.max(0, offset);
        this.end = limit >= 0 ? limit : Long.MAX_VALUE;
        this.dropped = offset < 0 ? negated(offset) : 0;
        this.wanted = limit < 0 ? negated(limit) : Long.MAX_VALUE;
        this.memory = new Reservation(context.memory());
    }

    /**
     * For a pipeline with one driver.
     *
     * @param limit Long.MAX_VALUE for none
     */
    public static Transform.Factory factory(long limit, long offset, EvaluationContext context) {
        return driver -> new TailTransform(limit, offset, context);
    }

    private static long negated(long number) {
        return number == Long.MIN_VALUE ? Long.MAX_VALUE : -number;
    }

    @Override
    public Demand accept(Block block, Output next) {
        memory.grow(block.sizeBytes());
        held.add(block);
        heldRows += block.rows();
        long kept = wanted > Long.MAX_VALUE - dropped ? Long.MAX_VALUE : wanted + dropped;
        while (kept != Long.MAX_VALUE && heldRows - held.getFirst().rows() >= kept) {
            passed += release().rows();
        }
        Demand demand = Demand.MORE;
        while (wanted == Long.MAX_VALUE
                && !held.isEmpty()
                && heldRows - held.getFirst().rows() >= dropped
                && demand == Demand.MORE) {
            demand = pass(release(), Long.MAX_VALUE, next);
        }
        return demand;
    }

    @Override
    public void finish(Output next) {
        long total = passed + heldRows;
        long stop = Math.max(0, total - dropped);
        long start = Math.max(0, stop - wanted);
        Demand demand = Demand.MORE;
        while (!held.isEmpty() && demand == Demand.MORE) {
            Block block = release();
            int skipped = Math.clamp(start - passed, 0, block.rows());
            passed += skipped;
            demand = pass(block.slice(skipped, block.rows()), stop, next);
        }
    }

    private Block release() {
        Block block = held.removeFirst();
        heldRows -= block.rows();
        memory.grow(-block.sizeBytes());
        return block;
    }

    /** Hands on the rows of the next block that lie before {@code stop} and within what is counted from the begin. */
    private Demand pass(Block block, long stop, Output next) {
        int rows = block.rows();
        int from = Math.clamp(first - passed, 0, rows);
        int to = Math.clamp(Math.min(stop, end) - passed, 0, rows);
        passed += rows;
        Demand demand = from < to ? next.accept(block.slice(from, to)) : Demand.MORE;
        return passed >= end ? Demand.ENOUGH : demand;
    }

    @Override
    public void close() {
        memory.close();
    }
}
