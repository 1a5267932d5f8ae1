package io.millrace.formats;

import io.millrace.data.block.Block;
import java.util.Optional;

/** Makes blocks from an input. Not thread-safe. */
public interface BlockReader {
    /**
     * The next rows, at most {@code maxRows} of them and about {@code maxBytes} of input; empty at the end. Broken input is a {@code DbException} that tells the
     * row and the column.
     */
    Optional<Block> read(int maxRows, long maxBytes);

    /** Which values of the block read last were not in the input. Only when {@link FormatContext#trackDefaults} was set. */
    default DefaultedCells defaulted() {
        return DefaultedCells.NONE;
    }
}
