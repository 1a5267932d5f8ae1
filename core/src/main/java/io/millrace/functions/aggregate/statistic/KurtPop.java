package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Population kurtosis. */
@Builtin("kurtPop")
final class KurtPop extends MomentFunction {
    KurtPop() {
        super("kurtPop", Moment.KURT_POP, "Population kurtosis.");
    }
}
