package io.millrace.engine.query;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Sink;
import io.millrace.pipeline.operator.result.Extremes;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The end of a query whose result is wanted in a format: workers write blocks into the format, one at a time, and hand the bytes on: at once when they are many,
 * otherwise when the first of them has waited for a moment, so that the rows of a slow query are seen when they are made. Thread-safe.
 */
final class FormattedResult implements Sink.Factory, FormatOutput {
    private static final int CHUNK_BYTES = 1 << 18;
    /** How long rows wait for more rows. */
    private static final long PATIENCE_NANOS = 100_000_000;

    private final EventQueue queue;
    private final QueryProgress progress;
    private final ResultLimits limits;
    private final EvaluationContext context;
    private final ByteSink sink;
    private final BlockWriter writer;
    private final Optional<Extremes> extremes;
    private final ReentrantLock lock = new ReentrantLock();
    // guarded by the lock
    private Demand demand = Demand.MORE;
    private boolean rowsWait;
    private long waitSince;

    FormattedResult(
            EventQueue queue,
            QueryProgress progress,
            ResultLimits limits,
            EvaluationContext context,
            Optional<Extremes> extremes,
            Function<FormatOutput, BlockWriter> format) {
        this.extremes = extremes;
        this.queue = queue;
        this.progress = progress;
        this.limits = limits;
        this.context = context;
        this.sink = new ByteSink(1 << 16, context::beforeAllocating);
        this.writer = format.apply(this);
    }

    @Override
    public Sink open(int driver) {
        return this::accept;
    }

    private Demand accept(Block block) {
        lock.lock();
        try {
            ResultLimits.Admission admission = limits.admit(block);
            if (admission.rows() > 0) {
                write(block.slice(0, admission.rows()));
            }
            if (admission.last()) {
                return Demand.ENOUGH;
            }
            Demand answer = demand;
            demand = Demand.MORE;
            return answer;
        } finally {
            lock.unlock();
        }
    }

    private void write(Block admitted) {
        progress.delivered(admitted.rows(), admitted.sizeBytes());
        extremes.ifPresent(e -> e.add(admitted));
        writer.write(admitted);
        long now = System.nanoTime();
        if (!rowsWait) {
            rowsWait = true;
            waitSince = now;
        }
        flush(now - waitSince >= PATIENCE_NANOS);
    }

    /** Hands on rows that have waited long enough; if a worker is writing just now, it will do that itself. */
    void flushWaiting() {
        if (lock.tryLock()) {
            try {
                if (rowsWait && System.nanoTime() - waitSince >= PATIENCE_NANOS) {
                    flush(true);
                }
            } catch (DbException e) {
                // no room in the budget: the worker that comes next meets the same and ends the query
            } finally {
                lock.unlock();
            }
        }
    }

    /** Writes the end of the format. */
    void finish(ResultEnd end) {
        lock.lock();
        try {
            end.totals().ifPresent(writer::writeTotals);
            extremes.flatMap(Extremes::block).ifPresent(writer::writeExtremes);
            QueryProgress.Counts counts = progress.counts();
            writer.finish(new ResultStatistics(
                    counts.elapsedNanos() / 1e9,
                    counts.readRows(),
                    counts.readBytes(),
                    counts.totalRowsToRead(),
                    end.rowsBeforeLimit()));
            flush(true);
        } finally {
            lock.unlock();
        }
    }

    /** Writes into the result that it is not complete; false if the format cannot say so. */
    boolean fail(String message) {
        lock.lock();
        try {
            boolean told = writer.fail(message);
            if (told) {
                flush(true);
            }
            return told;
        } finally {
            lock.unlock();
        }
    }

    private void flush(boolean all) {
        if (sink.size() >= CHUNK_BYTES || all && sink.size() > 0) {
            demand = queue.add(new ResultEvent.Bytes(sink.toByteArray()));
            sink.clear();
            rowsWait = false;
        }
    }

    @Override
    public ByteSink sink() {
        return sink;
    }

    @Override
    public void drain() {
        context.cancellation().check();
        flush(false);
    }
}
