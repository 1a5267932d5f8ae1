package io.millrace.mergetree.write;

import io.millrace.compression.codec.Codec;
import io.millrace.compression.codec.Codecs;

/**
 * How new parts are cut and compressed, from the table's settings. Sizes in bytes.
 *
 * @param rowsPerGranule {@code index_granularity}
 * @param bytesPerGranule {@code index_granularity_bytes}
 * @param minBytesForWide raw bytes from which a part is Wide
 * @param minRowsForWide rows from which a part is Wide
 * @param codec of columns without one of their own
 * @param sparseRatio share of defaults above which a column is written sparse
 * @param sync whether files are made durable before the part is published
 */
public record WriteProfile(
        int rowsPerGranule,
        long bytesPerGranule,
        long minBytesForWide,
        long minRowsForWide,
        int minBlockBytes,
        int maxBlockBytes,
        Codec codec,
        double sparseRatio,
        boolean sync) {
    public static final WriteProfile DEFAULT =
            new WriteProfile(8192, 10 << 20, 10 << 20, 0, 1 << 16, 1 << 20, Codecs.LZ4, 0.9375, true);

    /** Whether a part of that size is Wide. */
    public boolean isWide(long rows, long bytes) {
        return bytes >= minBytesForWide && rows >= minRowsForWide;
    }

    /** Rows per granule for rows of that size, as ClickHouse computes it. */
    public int granuleRows(long rows, long bytes) {
        if (bytesPerGranule == 0 || rows == 0) {
            return rowsPerGranule;
        }
        long wanted;
        if (bytes >= bytesPerGranule) {
            wanted = rows / (bytes / bytesPerGranule);
        } else {
            wanted = bytesPerGranule / Math.max(1, bytes / rows);
        }
        return (int) Math.max(1, Math.min(rowsPerGranule, wanted));
    }
}
