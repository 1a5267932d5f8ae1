package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** Several quantiles at once, as an array, by the method of quantileExactInclusive. */
@Builtin("quantilesExactInclusive")
final class QuantilesExactInclusive extends QuantileFunction {
    QuantilesExactInclusive() {
        super("quantilesExactInclusive", ExactValues.Choice.INCLUSIVE, true);
    }
}
