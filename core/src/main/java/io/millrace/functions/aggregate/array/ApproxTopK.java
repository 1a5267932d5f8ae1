package io.millrace.functions.aggregate.array;

import io.millrace.base.index.Builtin;

/** The most frequent values with their counts, approximately. */
@Builtin({"approx_top_k", "approx_top_count"})
final class ApproxTopK extends TopKFunction {
    ApproxTopK() {
        super("approx_top_k", false, true);
    }
}
