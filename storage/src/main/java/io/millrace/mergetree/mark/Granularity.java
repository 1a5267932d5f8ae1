package io.millrace.mergetree.mark;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;

/** How the rows of a part are cut into granules: granule i holds the rows {@code firstRow(i) .. firstRow(i + 1)}. Immutable. */
public final class Granularity {
    private final long[] firstRows;
    private final boolean finalMark;

    private Granularity(long[] firstRows, boolean finalMark) {
        this.firstRows = firstRows;
        this.finalMark = finalMark;
    }

    /** From the row counts of a mark file, of which a last one of 0 is a final mark. */
    public static Granularity ofMarks(int[] rows, long partRows) {
        int granules = rows.length;
        boolean finalMark = granules > 0 && rows[granules - 1] == 0;
        granules -= finalMark ? 1 : 0;
        long[] first = new long[granules + 1];
        for (int i = 0; i < granules; i++) {
            first[i + 1] = first[i] + rows[i];
        }
        if (first[granules] != partRows) {
            throw new DbException(
                    ErrorCode.CORRUPTED_DATA,
                    "The marks count " + first[granules] + " rows, but count.txt says " + partRows);
        }
        return new Granularity(first, finalMark);
    }

    /** Granules of equal size, the last one holding the rest. */
    public static Granularity fixed(long partRows, int rowsPerGranule, boolean finalMark) {
        int granules = (int) ((partRows + rowsPerGranule - 1) / rowsPerGranule);
        long[] first = new long[granules + 1];
        for (int i = 0; i <= granules; i++) {
            first[i] = Math.min(partRows, (long) i * rowsPerGranule);
        }
        return new Granularity(first, finalMark && granules > 0);
    }

    /** Number of granules with data. */
    public int granules() {
        return firstRows.length - 1;
    }

    /** Whether mark files and the primary index have one more entry than there are granules. */
    public boolean hasFinalMark() {
        return finalMark;
    }

    public long firstRow(int granule) {
        return firstRows[granule];
    }

    /** Rows of a granule. */
    public int rows(int granule) {
        return (int) (firstRows[granule + 1] - firstRows[granule]);
    }

    /** Rows of the granules {@code from} to {@code to} (exclusive). */
    public long rows(int from, int to) {
        return firstRows[to] - firstRows[from];
    }

    public long totalRows() {
        return firstRows[firstRows.length - 1];
    }

    /** The end of the longest run of granules from {@code from} on with at most {@code maxRows} rows; at least one granule. */
    public int runEnd(int from, int limit, int maxRows) {
        int to = from + 1;
        while (to < limit && firstRows[to + 1] - firstRows[from] <= maxRows) {
            to++;
        }
        return to;
    }

    /** Rows per entry of a mark file, with 0 for the final mark. */
    public int[] markRows() {
        int[] rows = new int[granules() + (finalMark ? 1 : 0)];
        for (int i = 0; i < granules(); i++) {
            rows[i] = rows(i);
        }
        return rows;
    }
}
