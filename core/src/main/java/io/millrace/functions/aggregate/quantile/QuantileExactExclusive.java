package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** A quantile of all values, interpolated as R-6 does. */
@Builtin("quantileExactExclusive")
final class QuantileExactExclusive extends QuantileFunction {
    QuantileExactExclusive() {
        super("quantileExactExclusive", ExactValues.Choice.EXCLUSIVE, false);
    }
}
