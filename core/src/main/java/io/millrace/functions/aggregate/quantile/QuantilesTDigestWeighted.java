package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** Several quantiles at once, as an array, by the method of quantileTDigestWeighted. */
@Builtin("quantilesTDigestWeighted")
final class QuantilesTDigestWeighted extends QuantileFunction {
    QuantilesTDigestWeighted() {
        super("quantilesTDigestWeighted", TDigest.method(true), true);
    }
}
