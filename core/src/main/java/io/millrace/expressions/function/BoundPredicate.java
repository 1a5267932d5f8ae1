package io.millrace.expressions.function;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;

/** A condition that can answer as a bitmap, which is how filters want it; as a value it is UInt8. */
public interface BoundPredicate extends BoundScalar {
    /** Sets every word of {@code bitmap}: bit i is the answer for row i, bits past the last row are zero. */
    void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context);

    @Override
    default DataType type() {
        return Types.UINT8;
    }

    @Override
    default Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        long[] bitmap = new long[Bitmaps.words(rows)];
        select(arguments, rows, bitmap, context);
        return new ByteColumn(Bitmaps.toBytes(bitmap, rows), rows);
    }
}
