package io.millrace.functions.scalar.comparison;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether two values differ, NULL being equal to NULL. */
@Builtin("isDistinctFrom")
final class IsDistinctFrom extends DistinctComparison {
    IsDistinctFrom() {
        super("isDistinctFrom", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Comparison", "isDistinctFrom(a, b)", "Whether two values differ, NULL being equal to NULL.")
                .example("SELECT 1 IS DISTINCT FROM NULL", "1");
    }
}
