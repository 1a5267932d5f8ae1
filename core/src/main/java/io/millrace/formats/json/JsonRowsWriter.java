package io.millrace.formats.json;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextOptions;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.ResultStatistics;
import io.millrace.formats.text.RowsWriter;

/** Writes one object per line, or all of them in an array. */
final class JsonRowsWriter extends RowsWriter {
    /** Bracket or comma, key and colon in front of each value. */
    private final byte[][] keys;

    private final TextOptions text;
    private final boolean array;

    JsonRowsWriter(FormatOutput output, Header header, FormatContext context, JsonCells cells) {
        super(output, header, type -> cells.writer(type, context.text()));
        text = context.text();
        array = context.settings().get(FormatSettings.JSON_ARRAY_OF_ROWS);
        keys = new byte[header.width()][];
        for (int i = 0; i < keys.length; i++) {
            ByteSink key = new ByteSink();
            key.putByte(i == 0 ? '{' : ',');
            key.put(JsonCells.quoted(header.name(i), context.text()));
            key.putByte(':');
            keys[i] = key.toByteArray();
        }
    }

    @Override
    protected void row(int row, ByteSink out) {
        if (array) {
            out.putText(rows == 0 ? "[\n" : ",\n");
        }
        for (int i = 0; i < writers.length; i++) {
            out.put(keys[i]);
            writers[i].write(row, out);
        }
        out.putByte('}');
        if (!array) {
            out.putByte('\n');
        }
    }

    @Override
    public boolean fail(String message) {
        ByteSink out = output.sink();
        if (array) {
            out.putText(rows == 0 ? "[\n" : ",\n");
        }
        out.putText("{\"exception\": ");
        out.put(JsonCells.quoted(message, text));
        out.putText(array ? "}\n]\n" : "}\n");
        return true;
    }

    @Override
    protected void foot(ResultStatistics statistics, ByteSink out) {
        if (array) {
            out.putText(rows == 0 ? "[\n\n]\n" : "\n]\n");
        }
    }
}
