package io.millrace.formats;

import io.millrace.data.block.Block;

/** Writes a result: blocks, then totals and extremes if there are some, then {@link #finish}. Not thread-safe. */
public interface BlockWriter {
    void write(Block block);

    /** One row of totals. */
    default void writeTotals(Block totals) {}

    /** Two rows: the smallest and the largest values. */
    default void writeExtremes(Block extremes) {}

    /** Writes what stands at the end, and the beginning too if nothing was written before. */
    void finish(ResultStatistics statistics);
}
