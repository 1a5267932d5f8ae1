package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Sample variance. */
@Builtin({"varSamp", "VAR_SAMP"})
final class VarSamp extends MomentFunction {
    VarSamp() {
        super("varSamp", Moment.VAR_SAMP, "Sample variance.");
    }
}
