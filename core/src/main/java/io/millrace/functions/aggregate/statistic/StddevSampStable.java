package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Sample standard deviation, by a numerically stable method. */
@Builtin("stddevSampStable")
final class StddevSampStable extends StableFunction {
    StddevSampStable() {
        super("stddevSampStable", true, true);
    }
}
