package io.millrace.formats.json;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextWriter;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;

/** Writes a list per column; all of them are collected first. */
final class JsonColumnsWriter implements BlockWriter {
    private final FormatOutput output;
    private final TextWriter[] writers;
    private final byte[][] names;
    private final boolean named;
    private final ByteSink[] lists;
    private long rows;

    JsonColumnsWriter(FormatOutput output, Header header, FormatContext context, boolean named) {
        this.output = output;
        this.named = named;
        names = JsonCells.names(header, context.text());
        writers = header.types().stream()
                .map(type -> JsonCells.VALUES.writer(type, context.text()))
                .toArray(TextWriter[]::new);
        lists = new ByteSink[writers.length];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = new ByteSink();
        }
    }

    @Override
    public void write(Block block) {
        for (int i = 0; i < writers.length; i++) {
            writers[i].bind(block.column(i));
            for (int row = 0; row < block.rows(); row++) {
                if (rows + row > 0) {
                    lists[i].putText(", ");
                }
                writers[i].write(row, lists[i]);
            }
        }
        rows += block.rows();
    }

    @Override
    public void finish(ResultStatistics statistics) {
        ByteSink out = output.sink();
        out.putText(named ? "{\n" : "[\n");
        lists("\t", out);
        out.putText(named ? "\n}\n" : "\n]\n");
        output.drain();
    }

    /** Writes the lists, without the brackets around them; nothing when there are no rows. */
    void lists(String indent, ByteSink out) {
        for (int i = 0; i < lists.length && rows > 0; i++) {
            out.putText((i == 0 ? "" : ",\n") + indent);
            if (named) {
                out.put(names[i]);
                out.putText(": ");
            }
            out.putByte('[');
            out.put(lists[i].array(), 0, lists[i].size());
            out.putByte(']');
        }
    }
}
