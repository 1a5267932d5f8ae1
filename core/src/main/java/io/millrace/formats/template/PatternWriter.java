package io.millrace.formats.template;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextWriter;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;

/** Writes rows by a pattern, with something between them. */
abstract class PatternWriter implements BlockWriter {
    final FormatOutput output;
    final TextOptions text;
    private final RowPattern pattern;
    private final byte[] between;
    private final TextWriter[] writers;
    private boolean started;
    private boolean first = true;
    long rows;

    PatternWriter(FormatOutput output, Header header, FormatContext context, RowPattern pattern, byte[] between) {
        this.output = output;
        this.text = context.text();
        this.pattern = pattern;
        this.between = between;
        writers = new TextWriter[pattern.width()];
        for (int i = 0; i < writers.length; i++) {
            writers[i] = TextWriter.of(header.type(pattern.columns()[i]), pattern.styles()[i], text);
        }
    }

    /** Writes what stands in front of the rows. */
    abstract void head(ByteSink out);

    final void start() {
        if (!started) {
            started = true;
            head(output.sink());
        }
    }

    /** Writes the delimiter between rows unless this is the first one. */
    final void separate(ByteSink out) {
        if (!first) {
            out.put(between);
        }
        first = false;
    }

    final void bind(Block block) {
        for (int i = 0; i < writers.length; i++) {
            writers[i].bind(block.column(pattern.columns()[i]));
        }
    }

    final void row(int row, ByteSink out) {
        for (int i = 0; i < writers.length; i++) {
            out.put(pattern.delimiters().get(i));
            writers[i].write(row, out);
        }
        out.put(pattern.delimiters().getLast());
    }

    @Override
    public final void write(Block block) {
        start();
        bind(block);
        for (int row = 0; row < block.rows(); row++) {
            ByteSink out = output.sink();
            separate(out);
            row(row, out);
            rows++;
            if ((row & 255) == 255) {
                output.drain();
            }
        }
        output.drain();
    }
}
