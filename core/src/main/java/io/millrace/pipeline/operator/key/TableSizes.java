package io.millrace.pipeline.operator.key;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;

/** How tables grow. */
final class TableSizes {
    private static final int MAX_KEYS = 1 << 29;

    private TableSizes() {}

    /** A power of two of slots that is at most half full with {@code keys} keys, after growing fourfold from small tables. */
    static int slots(int keys) {
        if (keys > MAX_KEYS) {
            throw new DbException(
                    ErrorCode.TOO_MANY_ROWS, "More than " + MAX_KEYS + " distinct keys in one hash table");
        }
        int least = Integer.highestOneBit(Math.max(32, keys) * 2 - 1) << 1;
        return least < 1 << 20 ? least * 2 : least;
    }

    static int grown(int capacity, int needed) {
        return (int) Math.min(Integer.MAX_VALUE - 16, Math.max(needed, capacity * 2L));
    }
}
