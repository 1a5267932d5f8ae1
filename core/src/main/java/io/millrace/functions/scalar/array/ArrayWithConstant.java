package io.millrace.functions.scalar.array;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** An array of a length with x in every place. */
@Builtin("arrayWithConstant")
final class ArrayWithConstant extends Rearrangement {
    ArrayWithConstant() {
        super("arrayWithConstant", "ie", 2);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayWithConstant(length, x)", "An array of a length with x in every place.")
                .example("SELECT arrayWithConstant(3, 1)", "[1,1,1]");
    }

    @Override
    void row(Input in, int row, Positions out) {
        long size = in.numbers[0].at(row);
        if (size < 0 || size > 1 << 30) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_ARRAY_SIZE, "Array size " + size + " must be from 0 to 1073741824");
        }
        for (long i = 0; i < size; i++) {
            out.add(in.value(1, row));
        }
    }
}
