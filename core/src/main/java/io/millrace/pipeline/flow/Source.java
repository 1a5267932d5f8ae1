package io.millrace.pipeline.flow;

import io.millrace.data.block.Block;

/** Where blocks of a pipeline come from. One driver owns a source; its sources may share a queue of work behind them. */
public interface Source extends AutoCloseable {
    /** The next step. Short: at most one block's work. */
    Poll poll();

    /** Gives back what the source holds; called once, also after failures. */
    @Override
    default void close() {}

    /** What a source has to offer. */
    sealed interface Poll {
        /** A block with at least one row. */
        record Ready(Block block) implements Poll {}

        /** Nothing now; poll again after the wakeup. */
        record Pending(Wakeup wakeup) implements Poll {}

        /** Nothing will come any more. */
        record Finished() implements Poll {}
    }

    Poll FINISHED = new Poll.Finished();
}
