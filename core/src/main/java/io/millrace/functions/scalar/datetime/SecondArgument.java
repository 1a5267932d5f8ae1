package io.millrace.functions.scalar.datetime;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;

/** A function of the second argument; the first, the name of a unit, was used when it was bound. */
record SecondArgument(BoundScalar inner) implements BoundScalar {
    @Override
    public DataType type() {
        return inner.type();
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        return inner.evaluate(new Column[] {arguments[1]}, rows, context);
    }
}
