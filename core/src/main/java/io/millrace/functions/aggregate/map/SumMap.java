package io.millrace.functions.aggregate.map;

import io.millrace.base.index.Builtin;
import io.millrace.functions.aggregate.sum.Sums;

/** Sums by key. */
@Builtin({"sumMap", "sumMappedArrays"})
final class SumMap extends MapFunction {
    SumMap() {
        super("sumMap", Sums.sum(), false, true);
    }
}
