package io.millrace.functions.aggregate.map;

import io.millrace.base.index.Builtin;
import io.millrace.functions.aggregate.value.ExtremeFunctions;

/** Maximums by key. */
@Builtin({"maxMap", "maxMappedArrays"})
final class MaxMap extends MapFunction {
    MaxMap() {
        super("maxMap", ExtremeFunctions.max(), true, false);
    }
}
