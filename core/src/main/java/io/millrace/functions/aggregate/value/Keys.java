package io.millrace.functions.aggregate.value;

import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;

/** Questions to single values that serve as keys. */
final class Keys {
    private Keys() {}

    static boolean isNan(Column column, int row) {
        return switch (column) {
            case DoubleColumn c -> Double.isNaN(c.values()[row]);
            case FloatColumn c -> Float.isNaN(c.values()[row]);
            default -> false;
        };
    }
}
