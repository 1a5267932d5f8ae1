package io.millrace.functions.scalar.row;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.StringColumn;
import io.millrace.expressions.function.EvaluationContext;
import java.util.Arrays;

/** Builds a String column through a {@link ByteSink}. Not thread-safe. */
public final class TextColumns {
    private static final int LIMIT = Integer.MAX_VALUE - 1024;

    private final ByteSink sink;
    private int[] offsets;
    private int rows;

    /** @param context whose budget must have room for the bytes */
    public TextColumns(int expectedRows, long expectedBytes, EvaluationContext context) {
        sink = new ByteSink((int) Math.min(expectedBytes, 1 << 26) + StringColumn.PADDING, context::beforeAllocating);
        offsets = new int[expectedRows + 1];
    }

    /** Where the current row's bytes go. */
    public ByteSink sink() {
        return sink;
    }

    public int rows() {
        return rows;
    }

    /** Ends the text of a row. */
    public void endRow() {
        if (rows + 1 == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[++rows] = sink.size();
    }

    public StringColumn build() {
        sink.reserve(StringColumn.PADDING);
        return new StringColumn(sink.array(), offsets, rows);
    }

    /** Refuses a row of {@code count} bytes more if the column could not hold it. */
    public static void checkRoom(ByteSink sink, long count) {
        if (sink.size() + count > LIMIT) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_STRING_SIZE,
                    "The strings of one block are larger than 2 GiB; use a smaller max_block_size");
        }
    }
}
