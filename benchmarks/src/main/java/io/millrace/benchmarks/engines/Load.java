package io.millrace.benchmarks.engines;

/**
 * How long it took to fill a table.
 *
 * @param millis until the engine acknowledged the rows
 * @param mergeMillis for merging them into one part afterwards; 0 where the engine has no such step, NaN where it failed
 */
public record Load(double millis, double mergeMillis) {}
