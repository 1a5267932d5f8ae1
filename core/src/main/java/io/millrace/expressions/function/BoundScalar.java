package io.millrace.expressions.function;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;

/** A function bound to argument types: ready to compute columns. Stateless or immutable; threads share it. */
public interface BoundScalar {
    DataType type();

    /**
     * Computes one result per row.
     *
     * @param arguments one column per argument, all of {@code rows} rows; constants come as {@link io.millrace.data.column.ConstColumn}, and with
     *     default traits everything else comes in its plain layout
     * @return a column of {@code rows} rows in the layout of {@link #type} (or a ConstColumn of it)
     */
    Column evaluate(Column[] arguments, int rows, EvaluationContext context);

    /**
     * Whether some values make it throw (division by zero, text that is no number): such calls are not computed for rows that an enclosing if, and,
     * or does not need, as ClickHouse's short-circuit evaluation does.
     */
    default boolean mayFail() {
        return false;
    }
}
