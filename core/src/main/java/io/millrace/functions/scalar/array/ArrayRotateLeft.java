package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The elements moved n places to the left; what falls out comes in on the right. */
@Builtin("arrayRotateLeft")
final class ArrayRotateLeft extends Rotation {
    ArrayRotateLeft() {
        super("arrayRotateLeft", 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayRotateLeft(array, n)",
                        "The elements moved n places to the left; what falls out comes in on the right.")
                .example("SELECT arrayRotateLeft([1, 2, 3], 1)", "[2,3,1]");
    }
}
