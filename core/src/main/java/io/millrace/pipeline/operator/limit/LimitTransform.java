package io.millrace.pipeline.operator.limit;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.order.RowOrder;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Transform;
import io.millrace.pipeline.operator.sort.SortKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** LIMIT and OFFSET. The drivers of a pipeline count together; which rows they let through is any choice unless the stream is serial. */
public final class LimitTransform implements Transform {
    private final AtomicLong seen;
    private final long offset;
    private final long end;

    private LimitTransform(AtomicLong seen, long offset, long end) {
        this.seen = seen;
        this.offset = offset;
        this.end = end;
    }

    /** Lets {@code limit} rows pass after {@code offset}; the counter is shared by all drivers of the factory. */
    public static Transform.Factory factory(long limit, long offset) {
        AtomicLong seen = new AtomicLong();
        long end = end(limit, offset);
        return driver -> new LimitTransform(seen, offset, end);
    }

    /** On a serial stream sorted by {@code keys}, lets rows pass behind the last one as long as they are equal to it. */
    public static Transform.Factory withTies(long limit, long offset, Header header, List<SortKey> keys) {
        RowOrder order = RowOrder.of(
                header,
                keys.stream()
                        .map(k -> new RowOrder.Key(k.column(), k.descending(), k.nullsFirst()))
                        .toList());
        return driver -> new WithTies(order, offset, end(limit, offset));
    }

    private static long end(long limit, long offset) {
        long end = limit + offset;
        return end < 0 ? Long.MAX_VALUE : end;
    }

    @Override
    public Demand accept(Block block, Output next) {
        long from = seen.getAndAdd(block.rows());
        int begin = (int) Math.min(block.rows(), Math.max(0, offset - from));
        int stop = (int) Math.min(block.rows(), Math.max(0, end - from));
        Demand demand = begin < stop ? next.accept(block.slice(begin, stop)) : Demand.MORE;
        return from + block.rows() >= end ? Demand.ENOUGH : demand;
    }

    /** LIMIT ... WITH TIES. */
    private static final class WithTies implements Transform {
        private final RowOrder order;
        private final long offset;
        private final long end;
        private long seen;
        private Column[] last = new Column[0];

        WithTies(RowOrder order, long offset, long end) {
            this.order = order;
            this.offset = offset;
            this.end = end;
        }

        @Override
        public Demand accept(Block block, Output next) {
            if (end == offset) {
                return Demand.ENOUGH;
            }
            int rows = block.rows();
            int begin = (int) Math.min(rows, Math.max(0, offset - seen));
            int stop = (int) Math.min(rows, Math.max(0, end - seen));
            Column[] keys = order.keysOf(block);
            if (seen < end && seen + rows >= end) {
                Block lastRow = block.slice(stop - 1, stop);
                last = order.keysOf(lastRow);
            }
            boolean over = false;
            if (seen + rows >= end) {
                while (stop < rows && order.compare(keys, stop, last, 0) == 0) {
                    stop++;
                }
                over = stop < rows;
            }
            seen += rows;
            Demand demand = begin < stop ? next.accept(block.slice(begin, stop)) : Demand.MORE;
            return over ? Demand.ENOUGH : demand;
        }
    }
}
