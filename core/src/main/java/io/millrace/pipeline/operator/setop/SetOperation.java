package io.millrace.pipeline.operator.setop;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Output;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.flow.Transform;
import io.millrace.pipeline.operator.key.KeyBatch;
import io.millrace.pipeline.operator.key.KeyEncoder;
import io.millrace.pipeline.operator.key.KeyTable;
import io.millrace.pipeline.run.Reservation;
import java.util.Arrays;

/**
 * INTERSECT and EXCEPT: counts the rows of the right side, then lets rows of the left side pass. Both pipelines may have several drivers, which share the counts
 * behind a lock. The left one comes after the right one.
 */
public final class SetOperation {
    private final boolean intersect;
    private final boolean all;
    private final KeyEncoder encoder;
    private final Reservation memory;
    private final KeyTable table;
    private long[] counts = new long[0];

    /**
     * @param intersect INTERSECT, else EXCEPT
     * @param all each row of the right side counts once; otherwise results are distinct
     */
    public SetOperation(Header header, boolean intersect, boolean all, EvaluationContext context) {
        this.intersect = intersect;
        this.all = all;
        this.encoder = KeyEncoder.of(header.types());
        this.memory = new Reservation(context.memory());
        this.table = KeyTable.of(encoder, memory);
    }

    /** Takes the right side. */
    public Sink.Factory right() {
        return driver -> block -> {
            KeyBatch batch = encoded(block);
            int[] ids = new int[block.rows()];
            synchronized (this) {
                number(batch, ids);
                for (int id : ids) {
                    counts[id]++;
                }
            }
            return Demand.MORE;
        };
    }

    /** Lets the rows of the left side pass that belong to the result. */
    public Transform.Factory left() {
        return driver -> this::pass;
    }

    private Demand pass(Block block, Output next) {
        KeyBatch batch = encoded(block);
        int[] ids = new int[block.rows()];
        int[] kept = new int[block.rows()];
        int count = 0;
        synchronized (this) {
            number(batch, ids);
            for (int i = 0; i < ids.length; i++) {
                kept[count] = i;
                count += passes(ids[i]) ? 1 : 0;
            }
        }
        return count == 0 ? Demand.MORE : next.accept(block.gather(kept, count));
    }

    /** Whether the next row of this key belongs to the result; -1 marks keys of which no further row does. */
    private boolean passes(int id) {
        long count = counts[id];
        if (all) {
            if (count > 0) {
                counts[id]--;
            }
            return intersect == count > 0;
        }
        boolean found = count > 0;
        counts[id] = -1;
        return count >= 0 && intersect == found;
    }

    private KeyBatch encoded(Block block) {
        KeyBatch batch = new KeyBatch();
        encoder.encode(block.columns().toArray(Column[]::new), block.rows(), batch);
        return batch;
    }

    private void number(KeyBatch batch, int[] ids) {
        table.insert(batch, ids);
        if (table.size() > counts.length) {
            int capacity = Math.max(table.size(), counts.length * 2);
            memory.grow(8L * (capacity - counts.length));
            counts = Arrays.copyOf(counts, capacity);
        }
    }
}
