package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** Several quantiles at once, as an array, by the method of quantileExactLow. */
@Builtin("quantilesExactLow")
final class QuantilesExactLow extends QuantileFunction {
    QuantilesExactLow() {
        super("quantilesExactLow", ExactValues.Choice.LOW, true);
    }
}
