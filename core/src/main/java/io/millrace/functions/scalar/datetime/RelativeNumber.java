package io.millrace.functions.scalar.datetime;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Narrowing;

/**
 * The number of a unit of time since 1970.
 *
 * @param wholeHours whether hours are counted, which begin where the zone's hours do
 */
record RelativeNumber(Moments moments, long seconds, boolean wholeHours) implements BoundScalar {
    @Override
    public DataType type() {
        return Types.UINT32;
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        long[] local = wholeHours ? moments.hourSeconds(arguments[0], rows) : moments.seconds(arguments[0], rows);
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = Math.floorDiv(local[i], seconds);
        }
        return Narrowing.ofLongs(result, rows, Types.UINT32);
    }
}
