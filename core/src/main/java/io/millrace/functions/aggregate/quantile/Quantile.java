package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** A quantile from a sample of 8,192 values. */
@Builtin({"quantile", "median"})
final class Quantile extends QuantileFunction {
    Quantile() {
        super("quantile", Reservoir.METHOD, false);
    }
}
