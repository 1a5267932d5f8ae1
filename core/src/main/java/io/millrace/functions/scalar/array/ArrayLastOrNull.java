package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The last element for which a lambda is true, else NULL. */
@Builtin("arrayLastOrNull")
final class ArrayLastOrNull extends FirstMatch {
    ArrayLastOrNull() {
        super("arrayLastOrNull", true, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayLastOrNull(x -> condition, array, ...)",
                        "The last element for which a lambda is true, else NULL.")
                .example("SELECT arrayLastOrNull(x -> x > 5, [1, 2, 3])", "\\N");
    }
}
