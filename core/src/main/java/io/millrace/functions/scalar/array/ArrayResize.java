package io.millrace.functions.scalar.array;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The array cut or extended (at the front when size is negative) to a size. */
@Builtin("arrayResize")
final class ArrayResize extends Rearrangement {
    ArrayResize() {
        super("arrayResize", "aie", 2);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayResize(array, size[, extender])",
                        "The array cut or extended (at the front when size is negative) to a size.")
                .example("SELECT arrayResize([1], 3), arrayResize([1], 3, 7)", "[1,0,0]\t[1,7,7]");
    }

    @Override
    void row(Input in, int row, Positions out) {
        long size = in.numbers[1].at(row);
        if (Math.abs(size) > 1 << 30) {
            throw new DbException(ErrorCode.TOO_LARGE_ARRAY_SIZE, "Too large array size: " + size);
        }
        int from = in.array.from(row);
        int to = in.array.to(row);
        int wanted = (int) Math.abs(size);
        int kept = Math.min(wanted, to - from);
        int filler = in.count > 2 ? in.value(2, row) : -1;
        if (size >= 0) {
            out.addRange(from, from + kept);
        }
        for (int i = kept; i < wanted; i++) {
            out.add(filler);
        }
        if (size < 0) {
            out.addRange(to - kept, to);
        }
    }
}
