package io.millrace.functions.combinator;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.aggregate.AggregateCombinator;
import io.millrace.expressions.aggregate.AggregateFunction;

/** -OrNull: NULL for groups without rows that count. */
@Builtin("OrNull")
final class OrNull implements AggregateCombinator {
    @Override
    public AggregateFunction combine(AggregateFunction nested) {
        return new OrFill(nested, "OrNull", true);
    }
}
