package io.millrace.data.column;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;

/** Sizes and copies of the byte arenas behind string columns. */
final class Arena {
    private Arena() {}

    /** Length of an array for {@code total} bytes and the padding. */
    static int checkedSize(long total) {
        if (total > Integer.MAX_VALUE - StringColumn.PADDING - 16) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_STRING_SIZE,
                    "The strings of one block are larger than 2 GiB; use a smaller max_block_size");
        }
        return (int) total + StringColumn.PADDING;
    }

    /** The next capacity for at least {@code needed} bytes. */
    static int grown(int capacity, long needed) {
        long wanted = Math.max(needed, Math.min(capacity * 2L, Integer.MAX_VALUE - 16));
        return checkedSize(wanted - StringColumn.PADDING);
    }

    /** Copies a short string; a loop beats the call of arraycopy below a few words. */
    static void copy(byte[] source, int from, byte[] target, int to, int length) {
        if (length > 16) {
            System.arraycopy(source, from, target, to, length);
        } else {
            for (int i = 0; i < length; i++) {
                target[to + i] = source[from + i];
            }
        }
    }
}
