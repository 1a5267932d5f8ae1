package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** Several quantiles at once, as an array, by the method of quantileExactExclusive. */
@Builtin("quantilesExactExclusive")
final class QuantilesExactExclusive extends QuantileFunction {
    QuantilesExactExclusive() {
        super("quantilesExactExclusive", ExactValues.Choice.EXCLUSIVE, true);
    }
}
