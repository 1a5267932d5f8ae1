package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** As quantileExact, with the upper middle as median. */
@Builtin({"quantileExactHigh", "medianExactHigh"})
final class QuantileExactHigh extends QuantileFunction {
    QuantileExactHigh() {
        super("quantileExactHigh", ExactValues.Choice.HIGH, false);
    }
}
