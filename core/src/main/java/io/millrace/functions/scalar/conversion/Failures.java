package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of rows that cannot be converted: an error at once, or a mark. Rows that are NULL never count. Used by one thread during one block.
 */
final class Failures {
    private final boolean collect;
    private final byte[] nulls;
    private byte @Nullable [] failed;

    private Failures(boolean collect, byte[] nulls) {
        this.collect = collect;
        this.nulls = nulls;
    }

    /**
     * @param collect whether failures are marked; otherwise the first one is thrown
     * @param nulls rows that do not matter; may be empty
     */
    static Failures of(boolean collect, byte[] nulls) {
        return new Failures(collect, nulls);
    }

    /** The row cannot be converted, for this reason. */
    void fail(int row, int rows, DbException reason) {
        if (nulls.length > row && nulls[row] != 0) {
            return;
        }
        if (!collect) {
            throw reason;
        }
        mark(row, rows);
    }

    /** Whether making the reason can be saved. */
    boolean isSilent(int row) {
        return collect || nulls.length > row && nulls[row] != 0;
    }

    void mark(int row, int rows) {
        if (failed == null) {
            failed = new byte[rows];
        }
        failed[row] = 1;
    }

    boolean any() {
        return failed != null;
    }

    boolean isFailed(int row) {
        return failed != null && failed[row] != 0;
    }

    /** Marks, one byte per row; may be shared. */
    byte[] marks(int rows) {
        return failed == null ? new byte[rows] : Arrays.copyOf(failed, rows);
    }
}
