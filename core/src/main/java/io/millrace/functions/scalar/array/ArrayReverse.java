package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The elements in reverse order. */
@Builtin("arrayReverse")
final class ArrayReverse extends Rearrangement {
    ArrayReverse() {
        super("arrayReverse", "a", 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayReverse(array)", "The elements in reverse order.")
                .example("SELECT arrayReverse([1, 2, 3])", "[3,2,1]");
    }

    @Override
    void row(Input in, int row, Positions out) {
        for (int i = in.array.to(row) - 1; i >= in.array.from(row); i--) {
            out.add(i);
        }
    }
}
