package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The array with x before its first element. */
@Builtin("arrayPushFront")
final class ArrayPushFront extends Rearrangement {
    ArrayPushFront() {
        super("arrayPushFront", "ae", 2);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayPushFront(array, x)", "The array with x before its first element.")
                .example("SELECT arrayPushFront([1, 2], 3)", "[3,1,2]");
    }

    @Override
    void row(Input in, int row, Positions out) {
        out.add(in.value(1, row));
        out.addRange(in.array.from(row), in.array.to(row));
    }
}
