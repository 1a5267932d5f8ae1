package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** Several quantiles at once, as an array, by the method of quantileExactWeighted. */
@Builtin("quantilesExactWeighted")
final class QuantilesExactWeighted extends QuantileFunction {
    QuantilesExactWeighted() {
        super("quantilesExactWeighted", WeightedValues.METHOD, true);
    }
}
