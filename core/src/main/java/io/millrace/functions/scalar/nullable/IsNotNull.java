package io.millrace.functions.scalar.nullable;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a value is not NULL. */
@Builtin("isNotNull")
final class IsNotNull extends NullTest {
    IsNotNull() {
        super("isNotNull", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Null", "isNotNull(x)", "Whether a value is not NULL.")
                .example("SELECT isNotNull(NULL), isNotNull(1)", "0\t1");
    }
}
