package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The elements moved n places to the right; what falls out comes in on the left. */
@Builtin("arrayRotateRight")
final class ArrayRotateRight extends Rotation {
    ArrayRotateRight() {
        super("arrayRotateRight", -1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayRotateRight(array, n)",
                        "The elements moved n places to the right; what falls out comes in on the left.")
                .example("SELECT arrayRotateRight([1, 2, 3], 1)", "[3,1,2]");
    }
}
