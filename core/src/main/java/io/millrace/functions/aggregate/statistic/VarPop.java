package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Population variance. */
@Builtin({"varPop", "VAR_POP"})
final class VarPop extends MomentFunction {
    VarPop() {
        super("varPop", Moment.VAR_POP, "Population variance.");
    }
}
