package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** Several quantiles at once, as an array, by the method of quantileDeterministic. */
@Builtin("quantilesDeterministic")
final class QuantilesDeterministic extends QuantileFunction {
    QuantilesDeterministic() {
        super("quantilesDeterministic", Deterministic.METHOD, true);
    }
}
