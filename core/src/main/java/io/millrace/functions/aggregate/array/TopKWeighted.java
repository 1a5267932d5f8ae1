package io.millrace.functions.aggregate.array;

import io.millrace.base.index.Builtin;

/** The values with the greatest sums of weights, approximately. */
@Builtin("topKWeighted")
final class TopKWeighted extends TopKFunction {
    TopKWeighted() {
        super("topKWeighted", true, false);
    }
}
