package io.millrace.functions.scalar.nullable;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a value is NULL. */
@Builtin({"isNull", "ISNULL"})
final class IsNull extends NullTest {
    IsNull() {
        super("isNull", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Null", "isNull(x)", "Whether a value is NULL.")
                .example("SELECT isNull(NULL), isNull(1)", "1\t0");
    }
}
