package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Sample variance, by a numerically stable method. */
@Builtin("varSampStable")
final class VarSampStable extends StableFunction {
    VarSampStable() {
        super("varSampStable", true, false);
    }
}
