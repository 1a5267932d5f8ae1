package io.millrace.functions.scalar.comparison;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether two values are equal, NULL being equal to NULL. */
@Builtin("isNotDistinctFrom")
final class IsNotDistinctFrom extends DistinctComparison {
    IsNotDistinctFrom() {
        super("isNotDistinctFrom", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Comparison",
                        "isNotDistinctFrom(a, b)",
                        "Whether two values are equal, NULL being equal to NULL.")
                .example("SELECT NULL <=> NULL, 1 <=> NULL", "1\t0");
    }
}
