package io.millrace.functions.scalar.comparison;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether the first value is not greater than the second. */
@Builtin("lessOrEquals")
final class LessOrEquals extends ComparisonFunction {
    LessOrEquals() {
        super(Operator.LESS_OR_EQUALS);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Comparison", "lessOrEquals(a, b)", "Whether the first value is not greater than the second.")
                .example("SELECT (1, 2) <= (1, 2)", "1");
    }
}
