package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The last element for which a lambda is true, else the default. */
@Builtin("arrayLast")
final class ArrayLast extends FirstMatch {
    ArrayLast() {
        super("arrayLast", true, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayLast(x -> condition, array, ...)",
                        "The last element for which a lambda is true, else the default.")
                .example("SELECT arrayLast(x -> x > 1, [1, 2, 3])", "3");
    }
}
