package io.millrace.engine.query;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Settings;
import io.millrace.data.block.Block;

/** {@code max_result_rows}, {@code max_result_bytes} and the {@code limit} and {@code offset} settings. Used under its owner's lock. */
final class ResultLimits {
    private final long maxRows;
    private final long maxBytes;
    private final boolean breaks;
    private long rows;
    private long bytes;

    private ResultLimits(long maxRows, long maxBytes, boolean breaks) {
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
        this.breaks = breaks;
    }

    /** How many rows of a block may be delivered, and whether they are the last ones. */
    record Admission(int rows, boolean last) {}

    static ResultLimits of(Settings settings) {
        return new ResultLimits(
                settings.get(QuerySettings.MAX_RESULT_ROWS),
                settings.get(QuerySettings.MAX_RESULT_BYTES),
                settings.get(QuerySettings.RESULT_OVERFLOW_MODE).equals("break"));
    }

    Admission admit(Block block) {
        rows += block.rows();
        bytes += block.sizeBytes();
        boolean tooManyRows = maxRows > 0 && rows > maxRows;
        boolean tooManyBytes = maxBytes > 0 && bytes > maxBytes;
        if ((tooManyRows || tooManyBytes) && !breaks) {
            throw tooManyRows
                    ? exceeded("rows", ReadableCount.rows(maxRows), ReadableCount.rows(rows))
                    : exceeded("bytes", ReadableCount.bytes(maxBytes), ReadableCount.bytes(bytes));
        }
        // as ClickHouse: the block that passes the limit is still delivered
        return new Admission(block.rows(), tooManyRows || tooManyBytes || maxRows > 0 && rows == maxRows && breaks);
    }

    private static DbException exceeded(String what, String limit, String now) {
        return new DbException(
                ErrorCode.TOO_MANY_ROWS_OR_BYTES,
                "Limit for result exceeded, max " + what + ": " + limit + ", current " + what + ": " + now);
    }
}
