package io.millrace.functions.scalar.row;

import io.millrace.base.io.ByteSink;
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

    public void add(byte[] bytes, int from, int to) {
        elements.sink().put(bytes, from, to - from);
        elements.endRow();
    }

    /** Where the bytes of an element go that is ended by {@link #endElement}. */
    public ByteSink sink() {
        return elements.sink();
    }

    /** Elements of the current row so far. */
    public int size() {
        return elements.rows() - offsets[rows];
    }

    public void endRow() {
        offsets[++rows] = elements.rows();
    }

    public ArrayColumn build() {
        return new ArrayColumn(offsets, elements.build(), rows);
    }
}
