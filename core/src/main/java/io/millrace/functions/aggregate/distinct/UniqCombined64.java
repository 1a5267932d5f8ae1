package io.millrace.functions.aggregate.distinct;

import io.millrace.base.index.Builtin;

/** The number of distinct values, estimated by a HyperLogLog over hashes of 64 bits when there are many. */
@Builtin("uniqCombined64")
final class UniqCombined64 extends CombinedCount {
    UniqCombined64() {
        super("uniqCombined64", 64);
    }
}
