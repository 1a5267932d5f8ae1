package io.millrace.functions.scalar.logic;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether some condition is true; NULL when that depends on a NULL. */
@Builtin("or")
final class Or extends Junction {
    Or() {
        super("or", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Logical", "or(a, b, ...)", "Whether some condition is true; NULL when that depends on a NULL.")
                .example("SELECT 1 OR NULL, 0 OR NULL, or(0, 0)", "1\t\\N\t0");
    }
}
