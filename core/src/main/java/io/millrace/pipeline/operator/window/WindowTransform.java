package io.millrace.pipeline.operator.window;

import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.data.order.RowOrder;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Transform;
import io.millrace.pipeline.operator.buffer.Concatenation;
import io.millrace.pipeline.run.Reservation;
import java.util.ArrayList;
import java.util.List;

/**
 * Window functions on a serial stream that is sorted by the partition and then by the order: collects whole partitions, computes all calls over them, hands them on.
 * Owned by one driver.
 */
public final class WindowTransform implements Transform {
    private final WindowSpec spec;
    private final EvaluationContext context;
    private final Reservation memory;
    private final RowOrder partitionOrder;
    private final List<Block> waiting = new ArrayList<>();
    /** Keys of the last row that waits. */
    private Column[] lastKeys = new Column[0];

    private WindowTransform(WindowSpec spec, EvaluationContext context) {
        this.spec = spec;
        this.context = context;
        this.memory = new Reservation(context.memory());
        this.partitionOrder = RowOrder.ascending(
                spec.input(),
                spec.partition().stream().mapToInt(Integer::intValue).toArray());
    }

    /** For a pipeline with one driver. */
    public static Transform.Factory factory(WindowSpec spec, EvaluationContext context) {
        return driver -> new WindowTransform(spec, context);
    }

    @Override
    public Demand accept(Block block, Output next) {
        Column[] keys = partitionOrder.keysOf(block);
        int boundary = lastBoundary(block, keys);
        Demand demand = Demand.MORE;
        if (boundary >= 0) {
            if (boundary > 0) {
                keep(block.slice(0, boundary));
            }
            demand = emit(next);
        }
        if (boundary < block.rows()) {
            keep(block.slice(Math.max(0, boundary), block.rows()));
        }
        lastKeys = partitionOrder.keysOf(block.slice(block.rows() - 1, block.rows()));
        return demand;
    }

    /** The row where the last partition of the block begins; -1 if it goes on with the partition that waits. */
    private int lastBoundary(Block block, Column[] keys) {
        if (partitionOrder.width() == 0) {
            return -1;
        }
        for (int i = block.rows() - 1; i > 0; i--) {
            if (partitionOrder.compare(keys, i - 1, keys, i) != 0) {
                return i;
            }
        }
        boolean begins = !waiting.isEmpty() && partitionOrder.compare(lastKeys, 0, keys, 0) != 0;
        return begins ? 0 : -1;
    }

    private void keep(Block block) {
        // the rows, their joined copy and the results
        memory.grow(3 * block.sizeBytes() + 16L * block.rows() * spec.calls().size());
        waiting.add(block);
    }

    private Demand emit(Output next) {
        if (waiting.isEmpty()) {
            return Demand.MORE;
        }
        Block rows = Concatenation.of(spec.input(), waiting, context.cancellation());
        waiting.clear();
        List<Column> columns = new ArrayList<>(rows.columns());
        columns.addAll(new WindowCalls(spec, rows, context).results());
        Block result = new Block(spec.output(), columns, rows.rows());
        Demand demand = Demand.MORE;
        for (int from = 0; from < result.rows(); from += Block.DEFAULT_ROWS) {
            if (demand instanceof Demand.Enough) {
                break;
            }
            demand = next.accept(result.slice(from, Math.min(result.rows(), from + Block.DEFAULT_ROWS)));
        }
        memory.resize(0);
        return demand;
    }

    @Override
    public void finish(Output next) {
        emit(next);
    }

    @Override
    public void close() {
        memory.close();
    }
}
