package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** Several quantiles at once, as an array, by the method of quantileTimingWeighted. */
@Builtin("quantilesTimingWeighted")
final class QuantilesTimingWeighted extends QuantileFunction {
    QuantilesTimingWeighted() {
        super("quantilesTimingWeighted", Timing.method(true), true);
    }
}
