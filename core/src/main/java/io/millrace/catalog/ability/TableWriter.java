package io.millrace.catalog.ability;

import io.millrace.data.block.Block;

/** Takes the rows of one INSERT. Nothing is visible before the {@link PreparedInsert} it gives has been committed. */
public interface TableWriter extends AutoCloseable {
    void write(Block block);

    /** Ends writing: everything is on disk under temporary names and synced, ready to be committed or discarded. */
    PreparedInsert prepare();

    /** Drops what was written if {@link #prepare} was not reached; harmless after it. */
    @Override
    void close();
}
