package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** Several quantiles at once, as an array, by the method of quantile. */
@Builtin("quantiles")
final class Quantiles extends QuantileFunction {
    Quantiles() {
        super("quantiles", Reservoir.METHOD, true);
    }
}
