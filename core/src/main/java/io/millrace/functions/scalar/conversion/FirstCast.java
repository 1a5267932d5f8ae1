package io.millrace.functions.scalar.conversion;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;

/** A conversion of the first argument; what the others say is in the conversion already. */
record FirstCast(BoundScalar cast) implements BoundScalar {
    @Override
    public DataType type() {
        return cast.type();
    }

    @Override
    public boolean mayFail() {
        return cast.mayFail();
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        return cast.evaluate(new Column[] {arguments[0]}, rows, context);
    }
}
