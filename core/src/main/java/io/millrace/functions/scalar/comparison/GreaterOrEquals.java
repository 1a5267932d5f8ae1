package io.millrace.functions.scalar.comparison;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether the first value is not less than the second. */
@Builtin("greaterOrEquals")
final class GreaterOrEquals extends ComparisonFunction {
    GreaterOrEquals() {
        super(Operator.GREATER_OR_EQUALS);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Comparison", "greaterOrEquals(a, b)", "Whether the first value is not less than the second.")
                .example("SELECT toDate('2024-02-03') >= '2024-02-03'", "1");
    }
}
