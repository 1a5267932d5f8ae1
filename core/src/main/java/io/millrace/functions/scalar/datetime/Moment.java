package io.millrace.functions.scalar.datetime;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Narrowing;

/** A moment known when the query starts: now(), today(). */
record Moment(DataType type, long value) implements BoundScalar {
    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        return new ConstColumn(Narrowing.ofLongs(new long[] {value}, 1, type), rows);
    }
}
