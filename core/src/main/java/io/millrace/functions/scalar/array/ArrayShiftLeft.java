package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The elements moved n places to the left; the places that become free hold the filler. */
@Builtin("arrayShiftLeft")
final class ArrayShiftLeft extends Shifting {
    ArrayShiftLeft() {
        super("arrayShiftLeft", 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayShiftLeft(array, n[, filler])",
                        "The elements moved n places to the left; the places that become free hold the filler.")
                .example("SELECT arrayShiftLeft([1, 2, 3], 1)", "[2,3,0]");
    }
}
