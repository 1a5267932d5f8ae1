package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** A quantile of times in milliseconds with weights. */
@Builtin({"quantileTimingWeighted", "medianTimingWeighted"})
final class QuantileTimingWeighted extends QuantileFunction {
    QuantileTimingWeighted() {
        super("quantileTimingWeighted", Timing.method(true), false);
    }
}
