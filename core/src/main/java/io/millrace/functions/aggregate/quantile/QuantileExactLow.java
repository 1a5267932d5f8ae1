package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** As quantileExact, with the lower middle as median. */
@Builtin({"quantileExactLow", "medianExactLow"})
final class QuantileExactLow extends QuantileFunction {
    QuantileExactLow() {
        super("quantileExactLow", ExactValues.Choice.LOW, false);
    }
}
