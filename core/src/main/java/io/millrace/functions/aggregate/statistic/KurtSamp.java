package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Sample kurtosis. */
@Builtin("kurtSamp")
final class KurtSamp extends MomentFunction {
    KurtSamp() {
        super("kurtSamp", Moment.KURT_SAMP, "Sample kurtosis.");
    }
}
