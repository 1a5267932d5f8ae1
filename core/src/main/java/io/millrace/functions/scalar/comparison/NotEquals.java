package io.millrace.functions.scalar.comparison;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether two values differ. */
@Builtin("notEquals")
final class NotEquals extends ComparisonFunction {
    NotEquals() {
        super(Operator.NOT_EQUALS);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Comparison", "notEquals(a, b)", "Whether two values differ.")
                .example("SELECT 1 != 2", "1");
    }
}
