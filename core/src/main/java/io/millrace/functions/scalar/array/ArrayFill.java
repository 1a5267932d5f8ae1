package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Elements for which a lambda is false are replaced by the one before them. */
@Builtin("arrayFill")
final class ArrayFill extends Filling {
    ArrayFill() {
        super("arrayFill", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayFill(x -> condition, array, ...)",
                        "Elements for which a lambda is false are replaced by the one before them.")
                .example("SELECT arrayFill(x -> x > 0, [1, 0, 3, 0])", "[1,1,3,3]");
    }
}
