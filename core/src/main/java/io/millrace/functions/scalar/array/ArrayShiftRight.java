package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The elements moved n places to the right; the places that become free hold the filler. */
@Builtin("arrayShiftRight")
final class ArrayShiftRight extends Shifting {
    ArrayShiftRight() {
        super("arrayShiftRight", -1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayShiftRight(array, n[, filler])",
                        "The elements moved n places to the right; the places that become free hold the filler.")
                .example("SELECT arrayShiftRight([1, 2, 3], 1)", "[0,1,2]");
    }
}
