package io.millrace.formats.json;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextOptions;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import io.millrace.formats.text.RowsWriter;

/** Writes a line for the columns, one for each row, totals, extremes and what was read. */
final class JsonProgressWriter extends RowsWriter {
    private final byte[][] names;
    private final TextOptions text;
    private final boolean lists;

    JsonProgressWriter(FormatOutput output, Header header, FormatContext context, JsonCells cells, boolean lists) {
        super(output, header, type -> cells.writer(type, context.text()));
        text = context.text();
        this.lists = lists;
        names = JsonCells.names(header, text);
    }

    @Override
    protected void head(ByteSink out) {
        out.putText("{\"meta\":[");
        for (int i = 0; i < names.length; i++) {
            out.putText(i == 0 ? "{\"name\":" : ",{\"name\":");
            out.put(names[i]);
            out.putText(",\"type\":");
            out.put(JsonCells.quoted(header.type(i).name(), text));
            out.putByte('}');
        }
        out.putText("]}\n");
    }

    @Override
    protected void row(int row, ByteSink out) {
        line("row", row, out);
    }

    private void line(String key, int row, ByteSink out) {
        out.putText("{\"" + key + "\":" + (lists ? "[" : "{"));
        for (int i = 0; i < writers.length; i++) {
            if (i > 0) {
                out.putText(lists ? ", " : ",");
            }
            if (!lists) {
                out.put(names[i]);
                out.putByte(':');
            }
            writers[i].write(row, out);
        }
        out.putText(lists ? "]}\n" : "}}\n");
    }

    @Override
    public void writeTotals(Block totals) {
        start();
        bind(totals);
        line("totals", 0, output.sink());
    }

    @Override
    public void writeExtremes(Block extremes) {
        start();
        bind(extremes);
        for (int row = 0; row < extremes.rows(); row++) {
            line(row == 0 ? "min" : "max", row, output.sink());
        }
    }

    @Override
    protected void foot(ResultStatistics statistics, ByteSink out) {
        StringBuilder counts = new StringBuilder();
        count("read_rows", statistics.rowsRead(), counts);
        count("read_bytes", statistics.bytesRead(), counts);
        count("total_rows_to_read", statistics.rowsToRead(), counts);
        count("elapsed_ns", Math.round(statistics.elapsedSeconds() * 1e9), counts);
        out.putText("{\"progress\":{" + counts + "}}\n");
        statistics.rowsBeforeLimit().ifPresent(n -> out.putText("{\"rows_before_limit_at_least\":" + n + "}\n"));
    }

    private static void count(String name, long value, StringBuilder counts) {
        if (value > 0) {
            counts.append(counts.isEmpty() ? "\"" : ",\"")
                    .append(name)
                    .append("\":\"")
                    .append(value)
                    .append('"');
        }
    }
}
