package io.millrace.functions.scalar.array;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.expressions.function.EvaluationContext;
import java.util.Arrays;

/**
 * A growing list of row numbers of an element column, with the boundaries of the arrays made of them. Not
 * thread-safe.
 */
public final class Positions {
    private static final int MOST = Integer.MAX_VALUE - 64;

    private final EvaluationContext context;
    private int[] positions;
    private int size;
    private final int[] offsets;
    private int rows;

    public Positions(int expectedRows, int expectedElements) {
        this(expectedRows, expectedElements, EvaluationContext.unlimited());
    }

    /** @param context whose budget must have room for the list and the elements, where the result may be larger than the arguments */
    public Positions(int expectedRows, int expectedElements, EvaluationContext context) {
        this.context = context;
        positions = new int[Math.max(16, expectedElements)];
        offsets = new int[expectedRows + 1];
    }

    /** Adds an element; -1 stands for the type's default. */
    public void add(int position) {
        if (size == positions.length) {
            grow();
        }
        positions[size++] = position;
    }

    private void grow() {
        if (size >= MOST) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_ARRAY_SIZE,
                    "The arrays of one block have more than " + MOST + " elements; use a smaller max_block_size");
        }
        int capacity = (int) Math.min(2L * size, MOST);
        // the list, and as much for the elements
        context.beforeAllocating(8L * capacity);
        positions = Arrays.copyOf(positions, capacity);
    }

    public void addRange(int from, int to) {
        for (int i = from; i < to; i++) {
            add(i);
        }
    }

    /** Ends the array of a row. */
    public void endRow() {
        offsets[++rows] = size;
    }

    /** Elements of the current row so far. */
    int rowSize() {
        return size - offsets[rows];
    }

    public ArrayColumn build(Column elements) {
        return new ArrayColumn(offsets, elements.gather(positions, size), rows);
    }
}
