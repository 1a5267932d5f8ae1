package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The first element for which a lambda is true, else NULL. */
@Builtin("arrayFirstOrNull")
final class ArrayFirstOrNull extends FirstMatch {
    ArrayFirstOrNull() {
        super("arrayFirstOrNull", false, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayFirstOrNull(x -> condition, array, ...)",
                        "The first element for which a lambda is true, else NULL.")
                .example("SELECT arrayFirstOrNull(x -> x > 5, [1, 2, 3])", "\\N");
    }
}
