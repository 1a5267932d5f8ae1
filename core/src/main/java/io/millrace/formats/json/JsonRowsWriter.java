package io.millrace.formats.json;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.serde.StringEscapes;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.ResultStatistics;
import java.nio.charset.StandardCharsets;

/** Writes one object per line, or all of them in an array. */
final class JsonRowsWriter implements BlockWriter {
    private final FormatOutput output;
    private final TextWriter[] writers;
    /** Bracket or comma, key and colon in front of each value. */
    private final byte[][] keys;

    private final TextOptions text;
    private final boolean array;
    private boolean first = true;

    JsonRowsWriter(FormatOutput output, Header header, FormatContext context) {
        this.output = output;
        text = context.text();
        array = context.settings().get(FormatSettings.JSON_ARRAY_OF_ROWS);
        writers = header.types().stream()
                .map(type -> TextWriter.of(type, TextStyle.JSON, context.text()))
                .toArray(TextWriter[]::new);
        keys = new byte[writers.length][];
        for (int i = 0; i < keys.length; i++) {
            ByteSink key = new ByteSink();
            key.putByte(i == 0 ? '{' : ',');
            byte[] name = header.name(i).getBytes(StandardCharsets.UTF_8);
            StringEscapes.json(name, 0, name.length, context.text(), key);
            key.putByte(':');
            keys[i] = key.toByteArray();
        }
    }

    @Override
    public void write(Block block) {
        for (int i = 0; i < writers.length; i++) {
            writers[i].bind(block.column(i));
        }
        for (int row = 0; row < block.rows(); row++) {
            ByteSink out = output.sink();
            if (array) {
                out.putText(first ? "[\n" : ",\n");
            }
            first = false;
            for (int i = 0; i < writers.length; i++) {
                out.put(keys[i]);
                writers[i].write(row, out);
            }
            out.putByte('}');
            if (!array) {
                out.putByte('\n');
            }
            if ((row & 1023) == 1023) {
                output.drain();
            }
        }
        output.drain();
    }

    @Override
    public boolean fail(String message) {
        ByteSink out = output.sink();
        if (array) {
            out.putText(first ? "[\n" : ",\n");
            first = false;
        }
        out.putText("{\"exception\": ");
        byte[] utf8 = message.getBytes(StandardCharsets.UTF_8);
        StringEscapes.json(utf8, 0, utf8.length, text, out);
        out.putText(array ? "}\n]\n" : "}\n");
        output.drain();
        return true;
    }

    @Override
    public void finish(ResultStatistics statistics) {
        if (array) {
            output.sink().putText(first ? "[\n\n]\n" : "\n]\n");
        }
        output.drain();
    }
}
