package io.millrace.engine.insert;

import io.millrace.data.block.Block;
import java.util.Optional;

/** Rows on their way in, made by a door: the data of a COPY. */
public interface BlockSource {
    /** The next rows, or empty at the end; waits for them. */
    Optional<Block> next() throws InterruptedException;
}
