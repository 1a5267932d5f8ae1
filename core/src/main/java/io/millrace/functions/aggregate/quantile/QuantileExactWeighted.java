package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** A quantile of all values with weights. */
@Builtin({"quantileExactWeighted", "medianExactWeighted"})
final class QuantileExactWeighted extends QuantileFunction {
    QuantileExactWeighted() {
        super("quantileExactWeighted", WeightedValues.METHOD, false);
    }
}
