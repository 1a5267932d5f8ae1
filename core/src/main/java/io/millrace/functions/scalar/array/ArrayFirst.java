package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The first element for which a lambda is true, else the default. */
@Builtin("arrayFirst")
final class ArrayFirst extends FirstMatch {
    ArrayFirst() {
        super("arrayFirst", false, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayFirst(x -> condition, array, ...)",
                        "The first element for which a lambda is true, else the default.")
                .example("SELECT arrayFirst(x -> x > 1, [1, 2, 3])", "2");
    }
}
