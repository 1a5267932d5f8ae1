package io.millrace.functions.scalar.conditional;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The least of some values; NULLs are ignored. */
@Builtin({"least", "LEAST"})
final class Least extends Extreme {
    Least() {
        super("least", "less");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Conditional", "least(a, b, ...)", "The least of some values; NULLs are ignored.")
                .example("SELECT least(1, -2, NULL)", "-2");
    }
}
