package io.millrace.pipeline.flow;

/** Sources for the drivers of one pipeline. Thread-safe. */
public interface Sources {
    /** How many drivers can be kept busy; at least 1. */
    int parallelism();

    /** A source of its own for driver {@code driver}, called at most once for each of 0 .. drivers-1. */
    Source open(int driver);
}
