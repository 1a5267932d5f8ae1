package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Sample covariance. */
@Builtin({"covarSamp", "COVAR_SAMP"})
final class CovarSamp extends MomentFunction {
    CovarSamp() {
        super("covarSamp", Moment.COVAR_SAMP, "Sample covariance.");
    }
}
