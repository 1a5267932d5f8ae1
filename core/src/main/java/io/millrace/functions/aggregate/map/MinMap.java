package io.millrace.functions.aggregate.map;

import io.millrace.base.index.Builtin;
import io.millrace.functions.aggregate.value.ExtremeFunctions;

/** Minimums by key. */
@Builtin({"minMap", "minMappedArrays"})
final class MinMap extends MapFunction {
    MinMap() {
        super("minMap", ExtremeFunctions.min(), true, false);
    }
}
