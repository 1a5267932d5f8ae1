package io.millrace.pipeline.operator.distinct;

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
import java.util.OptionalLong;

/**
 * DISTINCT as a stream: the first row of each key passes at once, in the order of the input. The drivers of one factory share the set of keys behind a lock; each
 * has a small set of its own in front, so that frequent keys do not meet there.
 */
public final class DistinctTransform implements Transform {
    private static final int OWN_KEYS = 1 << 15;

    private final Shared shared;
    private final Reservation memory;
    private final KeyBatch batch = new KeyBatch();
    private KeyTable own;

    private DistinctTransform(Shared shared, EvaluationContext context) {
        this.shared = shared;
        this.memory = new Reservation(context.memory());
        this.own = KeyTable.of(shared.encoder, memory);
    }

    /**
     * For any number of drivers.
     *
     * @param columns the columns that make rows distinct; of the others the first row's values stay
     * @param limit how many rows are wanted at most
     */
    public static Transform.Factory factory(
            Header header, List<Integer> columns, OptionalLong limit, EvaluationContext context) {
        int[] indexes = columns.stream().mapToInt(Integer::intValue).toArray();
        Shared shared = new Shared(header, indexes, limit.orElse(Long.MAX_VALUE), context);
        return driver -> new DistinctTransform(shared, context);
    }

    @Override
    public Demand accept(Block block, Output next) {
        int rows = block.rows();
        Column[] keys = Arrays.stream(shared.columns).mapToObj(block::column).toArray(Column[]::new);
        shared.encoder.encode(keys, rows, batch);
        int[] ids = new int[rows];
        int[] kept = new int[rows];
        if (own.size() > OWN_KEYS) {
            memory.resize(0);
            own = KeyTable.of(shared.encoder, memory);
        }
        int count = firsts(own, batch, ids, kept);
        if (count == 0) {
            return shared.isEnough() ? Demand.ENOUGH : Demand.MORE;
        }
        Block fresh = count == rows ? block : block.gather(kept, count);
        return shared.pass(fresh, next);
    }

    /** Inserts the keys of a batch and puts the rows that brought new ones into {@code kept}. */
    private static int firsts(KeyTable table, KeyBatch batch, int[] ids, int[] kept) {
        int known = table.size();
        table.insert(batch, ids);
        int count = 0;
        // numbers are given in the order of first rows
        for (int i = 0; i < batch.rows; i++) {
            kept[count] = i;
            if (ids[i] == known) {
                known++;
                count++;
            }
        }
        return count;
    }

    @Override
    public void close() {
        memory.close();
    }

    /** What the drivers share. */
    private static final class Shared {
        private final int[] columns;
        private final long limit;
        private final KeyEncoder encoder;
        private final KeyTable table;

        Shared(Header header, int[] columns, long limit, EvaluationContext context) {
            this.columns = columns;
            this.limit = limit;
            this.encoder =
                    KeyEncoder.of(Arrays.stream(columns).mapToObj(header::type).toList());
            this.table = KeyTable.of(encoder, new Reservation(context.memory()));
        }

        synchronized boolean isEnough() {
            return table.size() >= limit;
        }

        Demand pass(Block block, Output next) {
            KeyBatch keys = new KeyBatch();
            encoder.encode(Arrays.stream(columns).mapToObj(block::column).toArray(Column[]::new), block.rows(), keys);
            int[] kept = new int[block.rows()];
            int count;
            boolean enough;
            synchronized (this) {
                count = firsts(table, keys, new int[block.rows()], kept);
                enough = table.size() >= limit;
            }
            Demand demand =
                    count == 0 ? Demand.MORE : next.accept(count == block.rows() ? block : block.gather(kept, count));
            return enough ? Demand.ENOUGH : demand;
        }
    }
}
