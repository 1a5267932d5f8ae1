package io.millrace.functions.aggregate.quantile;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;

/** The values of one group, or what is kept of them, for quantiles. Owned by one thread. */
interface QuantileSketch {
    /**
     * Adds a value.
     *
     * @param value as a double, for methods that compute with it
     * @param raw integers and decimals as they are, floats as bits
     * @param weight the second argument, 1 without one
     */
    void add(double value, long raw, long weight);

    void merge(QuantileSketch other);

    void write(ByteSink out);

    /** Reads a state and merges it. */
    void readMerge(ByteSource in);

    /** The quantiles at some levels: doubles, or raw values as in {@link #add} for methods that pick a value. */
    void quantiles(double[] levels, double[] values, long[] raws);

    long sizeBytes();
}
