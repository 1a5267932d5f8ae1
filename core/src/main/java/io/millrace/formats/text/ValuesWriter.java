package io.millrace.formats.text;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;

/** Writes {@code (1,'x'),(2,'y')}. */
final class ValuesWriter implements BlockWriter {
    private final FormatOutput output;
    private final TextWriter[] writers;
    private boolean first = true;

    ValuesWriter(FormatOutput output, Header header, FormatContext context) {
        this.output = output;
        writers = header.types().stream()
                .map(type -> TextWriter.of(type, TextStyle.QUOTED, context.text()))
                .toArray(TextWriter[]::new);
    }

    @Override
    public void write(Block block) {
        for (int i = 0; i < writers.length; i++) {
            writers[i].bind(block.column(i));
        }
        for (int row = 0; row < block.rows(); row++) {
            ByteSink out = output.sink();
            if (!first) {
                out.putByte(',');
            }
            first = false;
            out.putByte('(');
            for (int i = 0; i < writers.length; i++) {
                if (i > 0) {
                    out.putByte(',');
                }
                writers[i].write(row, out);
            }
            out.putByte(')');
            if ((row & 1023) == 1023) {
                output.drain();
            }
        }
        output.drain();
    }

    @Override
    public void finish(ResultStatistics statistics) {
        output.drain();
    }
}
