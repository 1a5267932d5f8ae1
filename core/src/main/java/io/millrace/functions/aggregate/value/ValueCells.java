package io.millrace.functions.aggregate.value;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.AggregateStateType;
import io.millrace.data.type.DataType.StringType;
import io.millrace.functions.aggregate.Numbers;

/** At most one value of a type per group. Owned by one thread. */
interface ValueCells {
    /** The cells for a type. */
    static ValueCells of(DataType type) {
        if (type instanceof StringType || type instanceof AggregateStateType) {
            return new StringCells();
        }
        return Numbers.width(type) > 0 ? new LongCells(type) : new ColumnCells(type);
    }

    void resize(int groups);

    boolean has(int group);

    /** Keeps the value of a row. */
    void set(int group, Column column, int row);

    /** Keeps the value of a group of other cells of this type, or none if it has none. */
    void copy(int group, ValueCells other, int otherGroup);

    /** Compares the value of a group, which it has, with a row; NaN is greater than everything. */
    int compare(int group, Column column, int row);

    /** Compares the value of a group with that of a group of other cells; both have one. */
    int compare(int group, ValueCells other, int otherGroup);

    /** Values of groups {@code from} to {@code to} (exclusive); the type's default for groups without one. */
    Column column(int from, int to);

    void write(int group, ByteSink out);

    /** Reads what {@link #write} wrote in place of the group's value. */
    void read(int group, ByteSource in);

    long sizeBytes();
}
