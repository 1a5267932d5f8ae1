package io.millrace.functions.scalar.logic;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;

/** Whether an odd number of conditions is true; {@code odd} false asks for an even one. Serves xor and, with one condition, not. */
record Parity(DataType type, boolean odd) implements BoundPredicate {
    @Override
    public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
        Truth.trueRows(arguments[0], rows, bitmap);
        int words = Bitmaps.words(rows);
        long[] next = new long[words];
        for (int i = 1; i < arguments.length; i++) {
            Truth.trueRows(arguments[i], rows, next);
            for (int word = 0; word < words; word++) {
                bitmap[word] ^= next[word];
            }
        }
        if (!odd) {
            for (int word = 0; word < words; word++) {
                bitmap[word] = ~bitmap[word];
            }
            Truth.cut(bitmap, rows);
        }
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        long[] bitmap = new long[Bitmaps.words(rows)];
        select(arguments, rows, bitmap, context);
        return new ByteColumn(Bitmaps.toBytes(bitmap, rows), rows);
    }
}
