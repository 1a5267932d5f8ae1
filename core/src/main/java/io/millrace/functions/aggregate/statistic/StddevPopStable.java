package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Population standard deviation, by a numerically stable method. */
@Builtin("stddevPopStable")
final class StddevPopStable extends StableFunction {
    StddevPopStable() {
        super("stddevPopStable", false, true);
    }
}
