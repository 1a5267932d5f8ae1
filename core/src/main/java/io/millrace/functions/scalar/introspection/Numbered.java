package io.millrace.functions.scalar.introspection;

import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import java.util.concurrent.atomic.AtomicLong;

/** Row numbers, going on from block to block or beginning anew in each. */
record Numbered(AtomicLong next, boolean across) implements BoundScalar {
    @Override
    public DataType type() {
        return Types.UINT64;
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        long first = across ? next.getAndAdd(rows) : 0;
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = first + i;
        }
        return new LongColumn(result, rows);
    }
}
