package io.millrace.functions.scalar.logic;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether all conditions are true; NULL when that depends on a NULL. */
@Builtin("and")
final class And extends Junction {
    And() {
        super("and", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Logical",
                        "and(a, b, ...)",
                        "Whether all conditions are true; NULL when that depends on a NULL.")
                .example("SELECT 1 AND NULL, 0 AND NULL, and(1, 2, 3)", "\\N\t0\t1");
    }
}
