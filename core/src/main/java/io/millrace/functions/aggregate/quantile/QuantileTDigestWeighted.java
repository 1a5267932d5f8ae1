package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** A quantile by t-digest of values with weights. */
@Builtin({"quantileTDigestWeighted", "medianTDigestWeighted"})
final class QuantileTDigestWeighted extends QuantileFunction {
    QuantileTDigestWeighted() {
        super("quantileTDigestWeighted", TDigest.method(true), false);
    }
}
