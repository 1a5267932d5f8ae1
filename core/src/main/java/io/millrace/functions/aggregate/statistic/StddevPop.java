package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Population standard deviation. */
@Builtin({"stddevPop", "STDDEV_POP", "STD", "STDDEV"})
final class StddevPop extends MomentFunction {
    StddevPop() {
        super("stddevPop", Moment.STDDEV_POP, "Population standard deviation.");
    }
}
