package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** Several quantiles at once, as an array, by the method of quantileExactHigh. */
@Builtin("quantilesExactHigh")
final class QuantilesExactHigh extends QuantileFunction {
    QuantilesExactHigh() {
        super("quantilesExactHigh", ExactValues.Choice.HIGH, true);
    }
}
