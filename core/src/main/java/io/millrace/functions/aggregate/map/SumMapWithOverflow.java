package io.millrace.functions.aggregate.map;

import io.millrace.base.index.Builtin;
import io.millrace.functions.aggregate.sum.Sums;

/** Sums by key in the type of the values. */
@Builtin("sumMapWithOverflow")
final class SumMapWithOverflow extends MapFunction {
    SumMapWithOverflow() {
        super("sumMapWithOverflow", Sums.sumWithOverflow(), true, true);
    }
}
