package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** Several quantiles at once, as an array, by the method of quantileTiming. */
@Builtin("quantilesTiming")
final class QuantilesTiming extends QuantileFunction {
    QuantilesTiming() {
        super("quantilesTiming", Timing.method(false), true);
    }
}
