package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;

/** Population variance, by a numerically stable method. */
@Builtin("varPopStable")
final class VarPopStable extends StableFunction {
    VarPopStable() {
        super("varPopStable", false, false);
    }
}
