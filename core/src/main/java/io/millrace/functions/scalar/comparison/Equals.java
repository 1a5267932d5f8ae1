package io.millrace.functions.scalar.comparison;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether two values are equal. */
@Builtin("equals")
final class Equals extends ComparisonFunction {
    Equals() {
        super(Operator.EQUALS);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Comparison", "equals(a, b)", "Whether two values are equal.")
                .example("SELECT 1 = 1.0, 'a' = 'b'", "1\t0")
                .example("SELECT (1, 'a') = (1, 'a')", "1");
    }
}
