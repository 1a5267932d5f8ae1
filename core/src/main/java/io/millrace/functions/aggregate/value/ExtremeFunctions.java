package io.millrace.functions.aggregate.value;

import io.millrace.expressions.aggregate.AggregateFunction;

/** Minimum and maximum, for functions that are made of them. */
public final class ExtremeFunctions {
    private ExtremeFunctions() {}

    public static AggregateFunction min() {
        return new Min();
    }

    public static AggregateFunction max() {
        return new Max();
    }
}
