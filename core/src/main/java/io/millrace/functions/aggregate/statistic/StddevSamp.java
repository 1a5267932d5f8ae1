package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Sample standard deviation. */
@Builtin({"stddevSamp", "STDDEV_SAMP"})
final class StddevSamp extends MomentFunction {
    StddevSamp() {
        super("stddevSamp", Moment.STDDEV_SAMP, "Sample standard deviation.");
    }
}
