package io.millrace.postgres;

import io.millrace.data.block.Block;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Rows of a running statement, pulled block by block. For one thread; closing it ends the statement. */
interface RowSource extends AutoCloseable {
    /** The next rows; empty at the end. */
    Optional<Block> next();

    /** Rows that the statement has written, known at its end. */
    default long written() {
        return 0;
    }

    @Override
    void close();

    /** Rows that are known already. */
    static RowSource of(List<Block> blocks) {
        Iterator<Block> rest = blocks.iterator();
        return new RowSource() {
            @Override
            public Optional<Block> next() {
                return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
            }

            @Override
            public void close() {}
        };
    }
}
