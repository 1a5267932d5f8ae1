package io.millrace.functions.scalar.conditional;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The greatest of some values; NULLs are ignored. */
@Builtin({"greatest", "GREATEST"})
final class Greatest extends Extreme {
    Greatest() {
        super("greatest", "greater");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Conditional", "greatest(a, b, ...)", "The greatest of some values; NULLs are ignored.")
                .example("SELECT greatest(1, 2.5, NULL)", "2.5")
                .example("SELECT greatest('a', 'b')", "b");
    }
}
