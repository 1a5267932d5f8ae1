package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Population covariance. */
@Builtin({"covarPop", "COVAR_POP"})
final class CovarPop extends MomentFunction {
    CovarPop() {
        super("covarPop", Moment.COVAR_POP, "Population covariance.");
    }
}
