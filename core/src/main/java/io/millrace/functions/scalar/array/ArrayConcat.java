package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The elements of all arrays one behind the other. */
@Builtin("arrayConcat")
final class ArrayConcat extends Rearrangement {
    ArrayConcat() {
        super("arrayConcat", "aa", 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayConcat(a, b, ...)", "The elements of all arrays one behind the other.")
                .example("SELECT arrayConcat([1, 2], [3])", "[1,2,3]");
    }

    @Override
    void row(Input in, int row, Positions out) {
        for (int i = 0; i < in.count; i++) {
            out.addRange(in.bases[i] + in.arrays[i].from(row), in.bases[i] + in.arrays[i].to(row));
        }
    }
}
