package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Population skewness. */
@Builtin("skewPop")
final class SkewPop extends MomentFunction {
    SkewPop() {
        super("skewPop", Moment.SKEW_POP, "Population skewness.");
    }
}
