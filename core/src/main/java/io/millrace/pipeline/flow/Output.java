package io.millrace.pipeline.flow;

import io.millrace.data.block.Block;

/** The next step of a driver's chain, as the step before it sees it. */
public interface Output {
    /** Hands a block on; only borrowed for the call unless columns are shared, which is always safe since columns are immutable. */
    Demand accept(Block block);
}
