package io.millrace.pipeline.flow;

import io.millrace.data.block.Block;

/** Where blocks of a driver end: a hash table, a sort buffer, a result queue, a table. One driver owns it. */
public interface Sink extends Output, AutoCloseable {
    @Override
    Demand accept(Block block);

    /** This driver's input has ended normally. */
    default void finish() {}

    @Override
    default void close() {}

    /** Makes one local sink per driver and puts their results together. */
    interface Factory {
        Sink open(int driver);

        /** All drivers have finished normally; called once, before anything that depends on the pipeline starts. */
        default void complete() {}
    }
}
