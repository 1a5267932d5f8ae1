package io.millrace.http;

import io.millrace.engine.query.QueryProgress.Counts;

/** The JSON of the headers {@code X-ClickHouse-Summary} and {@code X-ClickHouse-Progress}: counts as strings. */
final class SummaryText {
    private final StringBuilder text = new StringBuilder(256).append('{');
    private final boolean zeros;

    private SummaryText(boolean zeros) {
        this.zeros = zeros;
    }

    /** All fields, also those that are zero. */
    static String summary(Counts counts) {
        return new SummaryText(true).write(counts);
    }

    /** What is not zero. */
    static String progress(Counts counts) {
        return new SummaryText(false).write(counts);
    }

    private String write(Counts counts) {
        // What an INSERT takes in counts as read and as its result, too.
        long rows = counts.writtenRows();
        field("read_rows", counts.readRows() == 0 ? rows : counts.readRows());
        field("read_bytes", counts.readRows() == 0 ? counts.writtenBytes() : counts.readBytes());
        field("written_rows", rows);
        field("written_bytes", counts.writtenBytes());
        field("total_rows_to_read", counts.totalRowsToRead());
        field("result_rows", rows > 0 ? rows : counts.resultRows());
        field("result_bytes", rows > 0 ? counts.writtenBytes() : counts.resultBytes());
        field("elapsed_ns", counts.elapsedNanos());
        field("memory_usage", counts.memoryBytes());
        return text.append('}').toString();
    }

    private void field(String name, long value) {
        if (value != 0 || zeros) {
            text.append(text.length() > 1 ? "," : "")
                    .append('"')
                    .append(name)
                    .append("\":\"")
                    .append(value)
                    .append('"');
        }
    }
}
