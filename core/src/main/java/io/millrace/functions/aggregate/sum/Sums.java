package io.millrace.functions.aggregate.sum;

import io.millrace.expressions.aggregate.AggregateFunction;

/** The sums, for functions that are made of them. */
public final class Sums {
    private Sums() {}

    public static AggregateFunction sum() {
        return new Sum();
    }

    public static AggregateFunction sumWithOverflow() {
        return new SumWithOverflow();
    }
}
