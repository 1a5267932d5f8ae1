package io.millrace.pipeline.operator.key;

import io.millrace.data.column.StringColumn;

/**
 * The keys of some rows in normal form: equal keys have equal words or equal bytes. Reused from block to block by its owner.
 *
 * <p>Either {@link #words} has one array per word, or {@link #bytes} one string per row.
 */
public final class KeyBatch {
    /** {@code words[w][row]}; empty when keys are bytes. */
    public long[][] words = new long[0][];

    /** The keys as strings when they are not words. */
    public StringColumn bytes = new StringColumn(new byte[0], new int[1], 0);

    /** A hash per row; all 64 bits are good. */
    public long[] hashes = new long[0];

    public int rows;

    void ensure(int wordCount, int wantedRows) {
        rows = wantedRows;
        if (words.length != wordCount || wordCount > 0 && words[0].length < wantedRows) {
            words = new long[wordCount][wantedRows];
        }
        if (hashes.length < wantedRows) {
            hashes = new long[wantedRows];
        }
    }
}
