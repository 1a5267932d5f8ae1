package io.millrace.mergetree.stream;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import java.util.Arrays;

/**
 * Rows of a sparse column: the values that are not the default and where they are.
 *
 * @param values at least {@code found} of them; of the inner type when the default is NULL
 * @param positions row numbers of the values, ascending
 * @param rows how many rows there are with the defaults
 * @param nullable whether the default is NULL
 */
public record SparseRows(Column values, int[] positions, int found, int rows, boolean nullable) {
    /** Only the values, in the layout of the whole column. */
    public Column stored() {
        return nullable ? new NullableColumn(new byte[found], values) : values;
    }

    /** All rows. */
    public Column spread() {
        Column all = spreadValues();
        if (!nullable) {
            return all;
        }
        byte[] nulls = new byte[rows];
        Arrays.fill(nulls, (byte) 1);
        for (int i = 0; i < found; i++) {
            nulls[positions[i]] = 0;
        }
        return new NullableColumn(nulls, all);
    }

    /** The stored values at their places among zeros. */
    private Column spreadValues() {
        switch (values) {
            case ByteColumn c -> {
                byte[] all = new byte[rows];
                for (int i = 0; i < found; i++) {
                    all[positions[i]] = c.values()[i];
                }
                return new ByteColumn(all, rows);
            }
            case ShortColumn c -> {
                short[] all = new short[rows];
                for (int i = 0; i < found; i++) {
                    all[positions[i]] = c.values()[i];
                }
                return new ShortColumn(all, rows);
            }
            case IntColumn c -> {
                int[] all = new int[rows];
                for (int i = 0; i < found; i++) {
                    all[positions[i]] = c.values()[i];
                }
                return new IntColumn(all, rows);
            }
            case LongColumn c -> {
                long[] all = new long[rows];
                for (int i = 0; i < found; i++) {
                    all[positions[i]] = c.values()[i];
                }
                return new LongColumn(all, rows);
            }
            case StringColumn c -> {
                return new StringColumn(c.bytes(), spread(c.offsets()), rows);
            }
            default -> {
                int[] sources = new int[rows];
                Arrays.fill(sources, -1);
                for (int i = 0; i < found; i++) {
                    sources[positions[i]] = i;
                }
                return values.gather(sources, rows);
            }
        }
    }

    /** Offsets of all rows from those of the stored ones. */
    private int[] spread(int[] ends) {
        int[] offsets = new int[rows + 1];
        int row = 0;
        for (int i = 0; i < found; i++) {
            Arrays.fill(offsets, row, positions[i] + 1, ends[i]);
            row = positions[i] + 1;
        }
        Arrays.fill(offsets, row, rows + 1, ends[found]);
        return offsets;
    }
}
