package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** Several quantiles at once, as an array, by the method of quantileExact. */
@Builtin("quantilesExact")
final class QuantilesExact extends QuantileFunction {
    QuantilesExact() {
        super("quantilesExact", ExactValues.Choice.PLAIN, true);
    }
}
