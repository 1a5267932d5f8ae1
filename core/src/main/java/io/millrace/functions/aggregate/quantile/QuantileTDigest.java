package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** A quantile by t-digest. */
@Builtin({"quantileTDigest", "medianTDigest"})
final class QuantileTDigest extends QuantileFunction {
    QuantileTDigest() {
        super("quantileTDigest", TDigest.method(false), false);
    }
}
