package io.millrace.functions.scalar.comparison;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether the first value is greater than the second. */
@Builtin("greater")
final class Greater extends ComparisonFunction {
    Greater() {
        super(Operator.GREATER);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Comparison", "greater(a, b)", "Whether the first value is greater than the second.")
                .example("SELECT toUInt64(18446744073709551615) > -1", "1");
    }
}
