package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Sample skewness. */
@Builtin("skewSamp")
final class SkewSamp extends MomentFunction {
    SkewSamp() {
        super("skewSamp", Moment.SKEW_SAMP, "Sample skewness.");
    }
}
