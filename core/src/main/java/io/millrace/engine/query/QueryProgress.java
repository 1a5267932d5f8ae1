package io.millrace.engine.query;

import io.millrace.engine.quota.QuotaMeter;
import io.millrace.planner.build.ReadCounter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What a query has read and written so far; its user's quota counts along, and throws when it is exceeded. Thread-safe. */
public final class QueryProgress implements ReadCounter {
    private final long startNanos = System.nanoTime();
    private final LongAdder readRows = new LongAdder();
    private final LongAdder readBytes = new LongAdder();
    private final AtomicLong totalRows = new AtomicLong();
    private final LongAdder writtenRows = new LongAdder();
    private final LongAdder writtenBytes = new LongAdder();
    private final LongAdder resultRows = new LongAdder();
    private final LongAdder resultBytes = new LongAdder();
    private final AtomicLong memory = new AtomicLong();
    private final QuotaMeter quota;

    QueryProgress(QuotaMeter quota) {
        this.quota = quota;
    }

    /** The counts of one moment, as {@code X-ClickHouse-Summary} names them. */
    public record Counts(
            long readRows,
            long readBytes,
            long totalRowsToRead,
            long writtenRows,
            long writtenBytes,
            long resultRows,
            long resultBytes,
            long elapsedNanos,
            long memoryBytes) {
        /** Of a query that did nothing. */
        public static Counts nothing(long elapsedNanos) {
            return new Counts(0, 0, 0, 0, 0, 0, 0, elapsedNanos, 0);
        }
    }

    @Override
    public void read(long rows, long bytes) {
        readRows.add(rows);
        readBytes.add(bytes);
        quota.read(rows, bytes);
    }

    /** Adds rows that are going to be read. */
    public void expect(long rows) {
        totalRows.addAndGet(rows);
    }

    /** Adds rows that were written, and their size in memory. */
    public void wrote(long rows, long bytes) {
        writtenRows.add(rows);
        writtenBytes.add(bytes);
        quota.wrote(bytes);
    }

    /** Adds rows of the result, and their size in memory. */
    public void delivered(long rows, long bytes) {
        resultRows.add(rows);
        resultBytes.add(bytes);
        quota.delivered(rows, bytes);
    }

    void usedMemory(long bytes) {
        memory.set(bytes);
    }

    public Counts counts() {
        return new Counts(
                readRows.sum(),
                readBytes.sum(),
                totalRows.get(),
                writtenRows.sum(),
                writtenBytes.sum(),
                resultRows.sum(),
                resultBytes.sum(),
                System.nanoTime() - startNanos,
                memory.get());
    }
}
