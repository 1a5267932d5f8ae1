package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.FunctionTraits;

/** Part of an array from an offset counted from 1, or from the end when negative. */
@Builtin("arraySlice")
final class ArraySlice extends Rearrangement {
    ArraySlice() {
        super("arraySlice", "aii", 2);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arraySlice(array, offset[, length])",
                        "Part of an array from an offset counted from 1, or from the end when negative.")
                .example("SELECT arraySlice([1, 2, 3, 4], 2, 2)", "[2,3]");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls();
    }

    @Override
    void row(Input in, int row, Positions out) {
        int size = in.array.length(row);
        boolean noOffset = in.nulls[1] != null && in.nulls[1][row] != 0;
        boolean noLength = in.count < 3 || in.nulls[2] != null && in.nulls[2][row] != 0;
        long offset = noOffset ? 1 : in.numbers[1].at(row);
        if (offset == 0) {
            return;
        }
        long begin = offset > 0 ? offset - 1 : size + offset;
        long length = noLength ? Long.MAX_VALUE : in.numbers[2].at(row);
        long end = length < 0 ? size + length : length > size - begin ? size : begin + length;
        begin = Math.max(0, Math.min(begin, size));
        out.addRange(in.array.from(row) + (int) begin, in.array.from(row) + (int) Math.max(begin, Math.min(end, size)));
    }
}
