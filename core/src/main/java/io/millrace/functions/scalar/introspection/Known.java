package io.millrace.functions.scalar.introspection;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;

/** A value known when the query is bound. */
record Known(DataType type, Column value) implements BoundScalar {
    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        return new ConstColumn(value, rows);
    }
}
