package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** A quantile from a sample chosen by a hash of the second argument. */
@Builtin({"quantileDeterministic", "medianDeterministic"})
final class QuantileDeterministic extends QuantileFunction {
    QuantileDeterministic() {
        super("quantileDeterministic", Deterministic.METHOD, false);
    }
}
