package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** A quantile of all values: the one at level times count. */
@Builtin({"quantileExact", "medianExact"})
final class QuantileExact extends QuantileFunction {
    QuantileExact() {
        super("quantileExact", ExactValues.Choice.PLAIN, false);
    }
}
