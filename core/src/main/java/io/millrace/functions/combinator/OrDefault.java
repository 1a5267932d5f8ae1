package io.millrace.functions.combinator;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.aggregate.AggregateCombinator;
import io.millrace.expressions.aggregate.AggregateFunction;

/** -OrDefault: the result type's default for groups without rows that count. */
@Builtin("OrDefault")
final class OrDefault implements AggregateCombinator {
    @Override
    public AggregateFunction combine(AggregateFunction nested) {
        return new OrFill(nested, "OrDefault", false);
    }
}
