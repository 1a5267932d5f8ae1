package io.millrace.formats;

import io.millrace.data.block.Block;

/** Writes a result: blocks, then totals and extremes if there are some, then {@link #finish}. Not thread-safe. */
public interface BlockWriter {
    void write(Block block);

    /** One row of totals. */
    default void writeTotals(Block totals) {}

    /** Two rows: the smallest and the largest values. */
    default void writeExtremes(Block extremes) {}

    /**
     * Ends a result that is not complete by saying why, in the format's own words, instead of {@link #finish}.
     *
     * @return false if the format has no words for it, and nothing was written
     */
    default boolean fail(String message) {
        return false;
    }

    /** Writes what stands at the end, and the beginning too if nothing was written before. */
    void finish(ResultStatistics statistics);
}
