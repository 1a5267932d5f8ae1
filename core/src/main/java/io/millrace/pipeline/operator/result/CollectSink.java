package io.millrace.pipeline.operator.result;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.block.Block;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Sink;
import java.util.ArrayList;
import java.util.List;

/** Keeps all blocks in a list: subqueries, sets, tests. Thread-safe. */
public final class CollectSink implements Sink.Factory {
    private final long maxRows;
    private final EvaluationContext context;
    private final List<Block> blocks = new ArrayList<>();
    private long rows;

    public CollectSink(EvaluationContext context) {
        this(0, context);
    }

    /** Fails with TOO_MANY_ROWS_OR_BYTES after {@code maxRows} rows, 0 for no limit. */
    public CollectSink(long maxRows, EvaluationContext context) {
        this.maxRows = maxRows;
        this.context = context;
    }

    @Override
    public Sink open(int driver) {
        return this::add;
    }

    private Demand add(Block block) {
        context.memory().reserve(block.sizeBytes());
        synchronized (blocks) {
            blocks.add(block);
            rows += block.rows();
            if (maxRows > 0 && rows > maxRows) {
                throw new DbException(
                        ErrorCode.TOO_MANY_ROWS_OR_BYTES,
                        "Limit for result exceeded, max rows: " + maxRows + ", current rows: " + rows);
            }
        }
        return Demand.MORE;
    }

    /** What has been collected, in the order of arrival; complete once the pipeline has completed. */
    public List<Block> blocks() {
        synchronized (blocks) {
            return List.copyOf(blocks);
        }
    }

    public long rows() {
        synchronized (blocks) {
            return rows;
        }
    }
}
