package io.millrace.functions.scalar.array;

import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Element columns of several arguments as one column, so that arrays made of all of them are lists of positions.
 * Not thread-safe.
 */
final class ElementPool {
    private final List<Column> columns = new ArrayList<>();
    private int rows;

    /** Adds a column and returns the position of its first row. */
    int add(Column column) {
        int base = rows;
        columns.add(column);
        rows += column.rows();
        return base;
    }

    Column column() {
        if (columns.size() == 1) {
            return columns.getFirst();
        }
        ColumnBuilder builder = columns.getFirst().plain().newBuilder(rows);
        for (Column column : columns) {
            Column plain = column.plain();
            builder.appendRange(plain, 0, plain.rows());
        }
        return builder.build();
    }
}
