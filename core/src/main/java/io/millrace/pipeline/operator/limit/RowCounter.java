package io.millrace.pipeline.operator.limit;

import io.millrace.data.block.Block;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Transform;
import java.util.concurrent.atomic.LongAdder;

/** Counts the rows that pass, over all drivers: what {@code rows_before_limit_at_least} tells. Thread-safe. */
public final class RowCounter {
    private final LongAdder rows = new LongAdder();

    public Transform.Factory factory() {
        return driver -> new Counting(rows);
    }

    public long rows() {
        return rows.sum();
    }

    private record Counting(LongAdder rows) implements Transform {
        @Override
        public Demand accept(Block block, Output next) {
            rows.add(block.rows());
            return next.accept(block);
        }
    }
}
