package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Pearson's correlation coefficient. */
@Builtin({"corr", "CORR"})
final class Corr extends MomentFunction {
    Corr() {
        super("corr", Moment.CORR, "Pearson's correlation coefficient.");
    }
}
