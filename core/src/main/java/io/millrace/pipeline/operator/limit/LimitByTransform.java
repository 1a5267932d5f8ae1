package io.millrace.pipeline.operator.limit;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Transform;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.operator.key.KeyEncoder;
import io.millrace.pipeline.operator.key.KeyTable;
import io.millrace.pipeline.run.Reservation;
import java.util.Arrays;
import java.util.List;

/** LIMIT n OFFSET m BY columns, on a serial stream: so many rows of each key, in the order they come. Owned by one driver. */
public final class LimitByTransform implements Transform {
    private final int[] columns;
    private final long offset;
    private final long end;
    private final KeyEncoder encoder;
    private final Reservation memory;
    private final KeyTable table;
    private final KeyBatch batch = new KeyBatch();
    private long[] seen = new long[0];

    private LimitByTransform(Header header, int[] columns, long limit, long offset, EvaluationContext context) {
        this.columns = columns;
        this.offset = offset;
        this.end = limit + offset < 0 ? Long.MAX_VALUE : limit + offset;
        this.encoder =
                KeyEncoder.of(Arrays.stream(columns).mapToObj(header::type).toList());
        this.memory = new Reservation(context.memory());
        this.table = KeyTable.of(encoder, memory);
    }

    /** For a pipeline with one driver. */
    public static Transform.Factory factory(
            Header header, List<Integer> columns, long limit, long offset, EvaluationContext context) {
        int[] indexes = columns.stream().mapToInt(Integer::intValue).toArray();
        return driver -> new LimitByTransform(header, indexes, limit, offset, context);
    }

    @Override
    public Demand accept(Block block, Output next) {
        int rows = block.rows();
        Column[] keys = Arrays.stream(columns).mapToObj(block::column).toArray(Column[]::new);
        encoder.encode(keys, rows, batch);
        int[] ids = new int[rows];
        table.insert(batch, ids);
        if (table.size() > seen.length) {
            int capacity = Math.max(table.size(), seen.length * 2);
            memory.grow(8L * (capacity - seen.length));
            seen = Arrays.copyOf(seen, capacity);
        }
        int[] kept = new int[rows];
        int count = 0;
        for (int i = 0; i < rows; i++) {
            long number = seen[ids[i]]++;
            kept[count] = i;
            count += number >= offset && number < end ? 1 : 0;
        }
        if (count == 0) {
            return Demand.MORE;
        }
        return next.accept(count == rows ? block : block.gather(kept, count));
    }

    @Override
    public void close() {
        memory.close();
    }
}
