package io.millrace.formats.text;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.type.DataType;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import java.util.function.Function;

/** The loop of writers that write row by row: something in front, each row, something behind. Not thread-safe. */
public abstract class RowsWriter implements BlockWriter {
    private static final int DRAIN_ROWS = 256;

    protected final FormatOutput output;
    protected final Header header;
    /** One per column, bound to the block being written. */
    protected final TextWriter[] writers;
    /** Rows written before the current one. */
    protected long rows;

    private boolean started;

    protected RowsWriter(FormatOutput output, Header header, Function<DataType, TextWriter> writers) {
        this.output = output;
        this.header = header;
        this.writers = header.types().stream().map(writers).toArray(TextWriter[]::new);
    }

    /** Writes what stands in front of the first row. */
    protected void head(ByteSink out) {}

    /** Writes a row of the bound block. */
    protected abstract void row(int row, ByteSink out);

    /** Writes what stands behind everything. */
    protected void foot(ResultStatistics statistics, ByteSink out) {}

    /** Writes the head unless it is written. */
    protected final void start() {
        if (!started) {
            started = true;
            head(output.sink());
        }
    }

    protected final void bind(Block block) {
        for (int i = 0; i < writers.length; i++) {
            writers[i].bind(block.column(i));
        }
    }

    @Override
    public void write(Block block) {
        start();
        bind(block);
        for (int row = 0; row < block.rows(); row++) {
            row(row, output.sink());
            rows++;
            if (row % DRAIN_ROWS == DRAIN_ROWS - 1) {
                output.drain();
            }
        }
        output.drain();
    }

    @Override
    public void finish(ResultStatistics statistics) {
        start();
        foot(statistics, output.sink());
        output.drain();
    }
}
