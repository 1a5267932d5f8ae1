package io.millrace.pipeline.operator.key;

import io.millrace.pipeline.run.Reservation;
import java.util.Arrays;

/** The table of aggregations without keys: one key once there was a row. */
final class NoKeyTable extends KeyTable {
    private int size;

    NoKeyTable(Reservation memory) {
        super(memory);
    }

    @Override
    public void insert(KeyBatch batch, int[] ids) {
        if (batch.rows > 0) {
            size = 1;
        }
        Arrays.fill(ids, 0, batch.rows, 0);
    }

    @Override
    public void find(KeyBatch batch, int[] ids) {
        Arrays.fill(ids, 0, batch.rows, size - 1);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void keys(int from, int to, KeyBatch batch) {
        batch.ensure(0, to - from);
        Arrays.fill(batch.hashes, 0, batch.rows, 0);
    }

    @Override
    public long sizeBytes() {
        return 0;
    }
}
