package io.millrace.mergetree.stream;

import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import java.util.Arrays;

/**
 * Sparse columns: only the values that are not the default are stored, beside the numbers of defaults before each. Groups of such numbers end with the
 * writer's call, not with a granule, so what is left of a group is kept from one read to the next.
 */
final class SparseReader extends ColumnReader {
    private static final long END_OF_GROUP = 1L << 62;

    private final StreamReader offsets;
    private final ColumnReader values;
    private final boolean nullable;
    private int rows;
    private int[] positions = new int[16];
    private int found;
    /** Defaults before the next value, already read from the stream. */
    private long pendingDefaults;
    /** Whether a value follows the pending defaults. */
    private boolean pendingValue;

    /** @param nullable whether the default is NULL; the stored values are then those of the inner type */
    SparseReader(StreamReader offsets, ColumnReader values, boolean nullable) {
        this.offsets = offsets;
        this.values = values;
        this.nullable = nullable;
    }

    @Override
    public void begin(int expectedRows) {
        rows = 0;
        found = 0;
        values.begin(expectedRows / 16 + 16);
    }

    @Override
    public void seek(int mark) {
        offsets.seekMark(mark);
        values.seek(mark);
        pendingDefaults = 0;
        pendingValue = false;
    }

    @Override
    public void prefix() {
        values.prefix();
    }

    @Override
    public void read(int count) {
        int end = rows + count;
        int before = found;
        while (rows < end) {
            if (pendingDefaults == 0 && !pendingValue) {
                long token = offsets.getVarint();
                pendingValue = (token & END_OF_GROUP) == 0;
                pendingDefaults = token & ~END_OF_GROUP;
            }
            int defaults = (int) Math.min(pendingDefaults, end - rows);
            rows += defaults;
            pendingDefaults -= defaults;
            if (pendingDefaults == 0 && pendingValue && rows < end) {
                addPosition(rows++);
                pendingValue = false;
            }
        }
        values.read(found - before);
    }

    private void addPosition(int row) {
        if (found == positions.length) {
            positions = Arrays.copyOf(positions, found * 2);
        }
        positions[found++] = row;
    }

    @Override
    public Column finish() {
        Column stored = values.finish();
        int[] sources = new int[rows];
        Arrays.fill(sources, -1);
        for (int i = 0; i < found; i++) {
            sources[positions[i]] = i;
        }
        Column all = stored.gather(sources, rows);
        if (!nullable) {
            return all;
        }
        byte[] nulls = new byte[rows];
        for (int i = 0; i < rows; i++) {
            nulls[i] = (byte) (sources[i] < 0 ? 1 : 0);
        }
        return new NullableColumn(nulls, all);
    }
}
