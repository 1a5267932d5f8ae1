package io.millrace.functions.aggregate.distinct;

import io.millrace.base.index.Builtin;

/** The number of distinct values, estimated by a HyperLogLog over hashes of 32 bits when there are many. */
@Builtin("uniqCombined")
final class UniqCombined extends CombinedCount {
    UniqCombined() {
        super("uniqCombined", 32);
    }
}
