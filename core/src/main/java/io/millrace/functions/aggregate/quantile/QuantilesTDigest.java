package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** Several quantiles at once, as an array, by the method of quantileTDigest. */
@Builtin("quantilesTDigest")
final class QuantilesTDigest extends QuantileFunction {
    QuantilesTDigest() {
        super("quantilesTDigest", TDigest.method(false), true);
    }
}
