package io.millrace.engine.query;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import io.millrace.pipeline.flow.Demand;
import io.millrace.pipeline.flow.Sink;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The end of a query whose result is wanted in a format: workers write blocks into the format, one at a time, and hand the bytes on. Thread-safe.
 */
final class FormattedResult implements Sink.Factory, FormatOutput {
    private static final int CHUNK_BYTES = 1 << 18;

    private final EventQueue queue;
    private final QueryProgress progress;
    private final ResultLimits limits;
    private final ByteSink sink = new ByteSink(1 << 16);
    private final BlockWriter writer;
    private Demand demand = Demand.MORE;

    FormattedResult(
            EventQueue queue, QueryProgress progress, ResultLimits limits, Function<FormatOutput, BlockWriter> format) {
        this.queue = queue;
        this.progress = progress;
        this.limits = limits;
        this.writer = format.apply(this);
    }

    @Override
    public Sink open(int driver) {
        return this::accept;
    }

    private synchronized Demand accept(Block block) {
        ResultLimits.Admission admission = limits.admit(block);
        if (admission.rows() > 0) {
            Block admitted = block.slice(0, admission.rows());
            progress.delivered(admitted.rows(), admitted.sizeBytes());
            writer.write(admitted);
            flush(false);
        }
        if (admission.last()) {
            return Demand.ENOUGH;
        }
        Demand answer = demand;
        demand = Demand.MORE;
        return answer;
    }

    /** Writes the end of the format. */
    synchronized void finish(Optional<Block> totals) {
        totals.ifPresent(writer::writeTotals);
        QueryProgress.Counts counts = progress.counts();
        writer.finish(new ResultStatistics(
                counts.elapsedNanos() / 1e9, counts.readRows(), counts.readBytes(), OptionalLong.empty()));
        flush(true);
    }

    private void flush(boolean all) {
        if (sink.size() >= CHUNK_BYTES || all && sink.size() > 0) {
            demand = queue.add(new ResultEvent.Bytes(sink.toByteArray()));
            sink.clear();
        }
    }

    @Override
    public ByteSink sink() {
        return sink;
    }

    @Override
    public void drain() {
        flush(false);
    }
}
