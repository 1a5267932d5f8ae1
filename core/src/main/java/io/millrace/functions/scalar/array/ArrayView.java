package io.millrace.functions.scalar.array;

import io.millrace.base.error.DbException;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;

/** An array argument as functions read it; a constant is not repeated. Immutable. */
public final class ArrayView {
    private final int[] offsets;
    private final Column elements;
    private final int mask;

    private ArrayView(int[] offsets, Column elements, int mask) {
        this.offsets = offsets;
        this.elements = elements;
        this.mask = mask;
    }

    public static ArrayView of(Column column) {
        return switch (column) {
            case ArrayColumn a -> new ArrayView(a.offsets(), a.elements(), -1);
            case ConstColumn c -> {
                ArrayColumn one = (ArrayColumn) c.value();
                yield new ArrayView(one.offsets(), one.elements(), 0);
            }
            default ->
                throw DbException.bug("No array in a " + column.getClass().getSimpleName());
        };
    }

    public Column elements() {
        return elements;
    }

    public int from(int row) {
        return offsets[row & mask];
    }

    public int to(int row) {
        return offsets[(row & mask) + 1];
    }

    public int length(int row) {
        return to(row) - from(row);
    }
}
