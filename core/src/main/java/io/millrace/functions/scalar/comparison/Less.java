package io.millrace.functions.scalar.comparison;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether the first value is less than the second. */
@Builtin("less")
final class Less extends ComparisonFunction {
    Less() {
        super(Operator.LESS);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Comparison", "less(a, b)", "Whether the first value is less than the second.")
                .example("SELECT 1 < 2, 'a' < 'B'", "1\t0");
    }
}
