package io.millrace.tables;

import io.millrace.catalog.table.ScanRequest;
import io.millrace.catalog.table.TableScan;
import io.millrace.data.block.Block;
import io.millrace.pipeline.flow.Source;
import io.millrace.pipeline.flow.Sources;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** A scan of rows that are made from their numbers: drivers take the next block's worth of row numbers from a shared counter. */
final class CountedScan implements TableScan {
    private final OptionalLong rows;
    private final int blockRows;
    private final int parallelism;
    private final Maker maker;

    /** Makes some rows; called by several threads at once. */
    @FunctionalInterface
    public interface Maker {
        /** Rows {@code from} to {@code from + rows} of the table, with the columns of the request. */
        Block make(long from, int rows);
    }

    /**
     * @param rows how many there are, without sign; empty for no end
     * @param parallel whether several drivers may read, in no order
     */
    public CountedScan(ScanRequest request, OptionalLong rows, boolean parallel, Maker maker) {
        this.rows = limited(request, rows);
        this.maker = maker;
        this.blockRows = Math.max(1, request.blockRows());
        int useful = this.rows.isEmpty()
                ? Integer.MAX_VALUE
                : Math.clamp(Long.divideUnsigned(this.rows.getAsLong(), blockRows) + 1, 1, Integer.MAX_VALUE);
        this.parallelism = parallel ? Math.clamp(useful, 1, Math.max(1, request.drivers())) : 1;
    }

    /** A limit counts rows behind the filter, so it only helps when there is none. */
    private static OptionalLong limited(ScanRequest request, OptionalLong rows) {
        if (request.limit().isEmpty() || request.filter().isPresent()) {
            return rows;
        }
        long limit = request.limit().getAsLong();
        boolean shorter = rows.isEmpty() || Long.compareUnsigned(limit, rows.getAsLong()) < 0;
        return shorter ? OptionalLong.of(limit) : rows;
    }

    @Override
    public OptionalLong rowsToRead() {
        return rows.isPresent() && rows.getAsLong() >= 0 ? rows : OptionalLong.empty();
    }

    @Override
    public Sources open() {
        AtomicLong next = new AtomicLong();
        return new Sources() {
            @Override
            public int parallelism() {
                return parallelism;
            }

            @Override
            public Source open(int driver) {
                return () -> poll(next);
            }
        };
    }

    private Source.Poll poll(AtomicLong next) {
        long from = next.getAndAdd(blockRows);
        if (rows.isEmpty()) {
            return new Source.Poll.Ready(maker.make(from, blockRows));
        }
        long end = rows.getAsLong();
        if (Long.compareUnsigned(from, end) >= 0) {
            next.addAndGet(-blockRows); // so that asking again and again never wraps around
            return Source.FINISHED;
        }
        long left = end - from;
        int count = Long.compareUnsigned(left, blockRows) < 0 ? (int) left : blockRows;
        return new Source.Poll.Ready(maker.make(from, count));
    }
}
