package io.millrace.mergetree.stream;

import io.millrace.data.column.Column;
import java.util.Arrays;

/**
 * Sparse columns: only the values that are not the default are stored, beside the numbers of defaults before each. Groups of such numbers end with the
 * writer's call, not with a granule, so what is left of a group is kept from one read to the next.
 */
public final class SparseReader extends ColumnReader {
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
                readShortGroups(end);
                if (rows == end) {
                    break;
                }
                long token = offsets.getVarint();
                pendingValue = (token & END_OF_GROUP) == 0;
                pendingDefaults = token & ~END_OF_GROUP;
            }
            int defaults = (int) Math.min(pendingDefaults, end - rows);
            rows += defaults;
            pendingDefaults -= defaults;
            if (pendingDefaults == 0 && pendingValue && rows < end) {
                makeRoom(1);
                positions[found++] = rows++;
                pendingValue = false;
            }
        }
        values.read(found - before);
    }

    /** Nearly all numbers of defaults take one byte: those are read in one go as long as their values lie before {@code end}. */
    private void readShortGroups(int end) {
        int count = Math.min(offsets.shortVarints(), end - rows);
        makeRoom(count);
        byte[] tokens = offsets.loaded();
        int from = offsets.position();
        int row = rows;
        int read = 0;
        while (read < count) {
            int place = row + tokens[from + read];
            if (place >= end) {
                break;
            }
            positions[found + read++] = place;
            row = place + 1;
        }
        rows = row;
        found += read;
        offsets.skip(read);
    }

    private void makeRoom(int more) {
        if (found + more > positions.length) {
            positions = Arrays.copyOf(positions, Math.max(found * 2, found + more));
        }
    }

    @Override
    public Column finish() {
        return finishSparse().spread();
    }

    /** The rows read since {@link #begin} without the defaults between them; their positions hold until the next {@code begin}. */
    public SparseRows finishSparse() {
        return new SparseRows(values.finish(), positions, found, rows, nullable);
    }
}
