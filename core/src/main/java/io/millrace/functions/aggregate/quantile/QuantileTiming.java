package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** A quantile of times in milliseconds. */
@Builtin({"quantileTiming", "medianTiming"})
final class QuantileTiming extends QuantileFunction {
    QuantileTiming() {
        super("quantileTiming", Timing.method(false), false);
    }
}
