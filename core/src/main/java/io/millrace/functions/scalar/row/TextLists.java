package io.millrace.functions.scalar.row;

import io.millrace.data.column.ArrayColumn;
import io.millrace.expressions.function.EvaluationContext;

/** Builds an Array(String) column. Not thread-safe. */
public final class TextLists {
    private final TextColumns elements;
    private final int[] offsets;
    private int rows;

    /** @param context whose budget must have room for the bytes */
    public TextLists(int expectedRows, EvaluationContext context) {
        elements = new TextColumns(expectedRows * 4, expectedRows * 32L, context);
        offsets = new int[expectedRows + 1];
    }

    /** Appends an element to the current row. */
    public void add(byte[] bytes, int from, int to) {
        elements.sink().put(bytes, from, to - from);
        elements.endRow();
    }

    /** Elements of the current row so far. */
    public int size() {
        return elements.rows() - offsets[rows];
    }

    /** Ends the list of a row. */
    public void endRow() {
        offsets[++rows] = elements.rows();
    }

    /** All rows that have been ended. */
    public ArrayColumn build() {
        return new ArrayColumn(offsets, elements.build(), rows);
    }
}
