package io.millrace.postgres;

import io.millrace.data.block.Block;
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
    static RowSource of(Block block) {
        return new RowSource() {
            private boolean given;

            @Override
            public Optional<Block> next() {
                boolean again = given;
                given = true;
                return again ? Optional.empty() : Optional.of(block);
            }

            @Override
            public void close() {}
        };
    }
}
