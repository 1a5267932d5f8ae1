package io.millrace.pipeline.flow;

import io.millrace.data.block.Block;

/** Changes blocks on their way: filter, project, limit, probe. One driver owns it. */
public interface Transform extends AutoCloseable {
    /** Takes one block and hands on none, one or several. Answers what {@code next} said, or ENOUGH by itself. */
    Demand accept(Block block, Output next);

    /** The input has ended: hands on what was held back. */
    default void finish(Output next) {}

    @Override
    default void close() {}

    /** Makes the transform of each driver of a pipeline. Thread-safe. */
    interface Factory {
        Transform open(int driver);
    }
}
