package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The array without its first element. */
@Builtin("arrayPopFront")
final class ArrayPopFront extends Rearrangement {
    ArrayPopFront() {
        super("arrayPopFront", "a", 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayPopFront(array)", "The array without its first element.")
                .example("SELECT arrayPopFront([1, 2, 3])", "[2,3]");
    }

    @Override
    void row(Input in, int row, Positions out) {
        out.addRange(in.array.from(row) + 1, in.array.to(row));
    }
}
