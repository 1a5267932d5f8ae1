package io.millrace.functions.aggregate.array;

import io.millrace.base.index.Builtin;

/** The most frequent values, approximately. */
@Builtin("topK")
final class TopK extends TopKFunction {
    TopK() {
        super("topK", false, false);
    }
}
