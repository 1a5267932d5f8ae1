package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The array with x behind its last element. */
@Builtin("arrayPushBack")
final class ArrayPushBack extends Rearrangement {
    ArrayPushBack() {
        super("arrayPushBack", "ae", 2);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayPushBack(array, x)", "The array with x behind its last element.")
                .example("SELECT arrayPushBack([1, 2], 3)", "[1,2,3]");
    }

    @Override
    void row(Input in, int row, Positions out) {
        out.addRange(in.array.from(row), in.array.to(row));
        out.add(in.value(1, row));
    }
}
