package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import java.util.Arrays;

/**
 * A growing list of row numbers of an element column, with the boundaries of the arrays made of them. Not
 * thread-safe.
 */
public final class Positions {
    private int[] positions;
    private int size;
    private final int[] offsets;
    private int rows;

    public Positions(int expectedRows, int expectedElements) {
        positions = new int[Math.max(16, expectedElements)];
        offsets = new int[expectedRows + 1];
    }

    /** Adds an element; -1 stands for the type's default. */
    public void add(int position) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, size * 2);
        }
        positions[size++] = position;
    }

    public void addRange(int from, int to) {
        for (int i = from; i < to; i++) {
            add(i);
        }
    }

    public void endRow() {
        offsets[++rows] = size;
    }

    /** Elements of the current row so far. */
    public int rowSize() {
        return size - offsets[rows];
    }

    public ArrayColumn build(Column elements) {
        return new ArrayColumn(offsets, elements.gather(positions, size), rows);
    }
}
