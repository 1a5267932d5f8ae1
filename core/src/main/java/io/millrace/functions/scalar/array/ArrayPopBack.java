package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The array without its last element. */
@Builtin("arrayPopBack")
final class ArrayPopBack extends Rearrangement {
    ArrayPopBack() {
        super("arrayPopBack", "a", 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayPopBack(array)", "The array without its last element.")
                .example("SELECT arrayPopBack([1, 2, 3])", "[1,2]");
    }

    @Override
    void row(Input in, int row, Positions out) {
        out.addRange(in.array.from(row), in.array.to(row) - 1);
    }
}
