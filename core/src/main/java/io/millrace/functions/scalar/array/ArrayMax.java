package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The greatest element, or a lambda's greatest value. */
@Builtin("arrayMax")
final class ArrayMax extends Extremes {
    ArrayMax() {
        super("arrayMax", -1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayMax([x -> f(x), ]array, ...)",
                        "The greatest element, or a lambda's greatest value.")
                .example("SELECT arrayMax([3, 1, 2])", "3");
    }
}
