package io.millrace.functions.aggregate.quantile;

import io.millrace.base.index.Builtin;

/** A quantile of all values, interpolated as R-7 does. */
@Builtin("quantileExactInclusive")
final class QuantileExactInclusive extends QuantileFunction {
    QuantileExactInclusive() {
        super("quantileExactInclusive", ExactValues.Choice.INCLUSIVE, false);
    }
}
