package io.millrace.expressions.aggregate;

import io.millrace.base.index.Seam;

/** The seam for suffixes that make new aggregate functions of others: -If, -Array, -State, ... Stateless; threads share it. */
@Seam
public interface AggregateCombinator {
    /** The nested function with this suffix. */
    AggregateFunction combine(AggregateFunction nested);
}
