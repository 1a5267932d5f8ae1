package io.millrace.expressions.function;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;

/** The values of an IN, prepared for look-ups from the left side's type. Immutable once made; threads share it. */
public interface ValueSet {
    /** Type of the values: a TupleType for IN over several columns. */
    DataType type();

    /** Sets bit i for each row i of {@code values} (a plain column of {@link #type}, possibly Nullable) that is in the set; NULL is not. */
    void contains(Column values, int rows, long[] bitmap);

    /** The distinct values as a column, for key pruning and joins. */
    Column values();

    int size();
}
