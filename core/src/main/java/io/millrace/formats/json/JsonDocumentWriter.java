package io.millrace.formats.json;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.serde.IndentedJson;
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.text.FloatText;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.ResultStatistics;

/** Writes a whole result as one JSON document. */
final class JsonDocumentWriter implements BlockWriter {
    /** How the data looks. */
    enum Rows {
        /** JSON: an object per row. */
        OBJECTS,
        /** JSONCompact: a list per row. */
        LISTS,
        /** JSONColumnsWithMetadata: a list per column. */
        COLUMNS
    }

    private final FormatOutput output;
    private final Header header;
    private final TextOptions text;
    private final Rows form;
    private final boolean statisticsWanted;
    private final TextWriter[] writers;
    private final byte[][] keys;
    private final JsonColumnsWriter columns;
    private boolean started;
    private boolean dataEnded;
    private long rows;

    JsonDocumentWriter(FormatOutput output, Header header, FormatContext context, Rows form, JsonCells cells) {
        this.output = output;
        this.header = header;
        this.text = context.text().withValidUtf8();
        this.form = form;
        statisticsWanted = context.settings().get(FormatSettings.WRITE_STATISTICS);
        boolean indented = form != Rows.LISTS
                && cells == JsonCells.VALUES
                && context.settings().get(JsonSettings.PRETTY_PRINT);
        writers = header.types().stream()
                .map(type -> indented ? IndentedJson.of(type, 3, text) : cells.writer(type, text))
                .toArray(TextWriter[]::new);
        keys = JsonCells.names(header, text);
        columns = new JsonColumnsWriter(output, header, context, true);
    }

    private void start() {
        if (started) {
            return;
        }
        started = true;
        ByteSink out = output.sink();
        out.putText("{\n\t\"meta\":\n\t[\n");
        for (int i = 0; i < keys.length; i++) {
            out.putText("\t\t{\n\t\t\t\"name\": ");
            out.put(keys[i]);
            out.putText(",\n\t\t\t\"type\": ");
            out.put(JsonCells.quoted(header.type(i).name(), text));
            out.putText(i + 1 < keys.length ? "\n\t\t},\n" : "\n\t\t}\n");
        }
        out.putText(form == Rows.COLUMNS ? "\t],\n\n\t\"data\":\n\t{\n" : "\t],\n\n\t\"data\":\n\t[\n");
    }

    @Override
    public void write(Block block) {
        start();
        if (form == Rows.COLUMNS) {
            columns.write(block);
            rows += block.rows();
            return;
        }
        bind(block);
        for (int row = 0; row < block.rows(); row++) {
            ByteSink out = output.sink();
            out.putText(rows++ == 0 ? "\t\t" : ",\n\t\t");
            if (form == Rows.LISTS) {
                list(row, out);
            } else {
                object(row, "\t\t", out);
            }
            if ((row & 255) == 255) {
                output.drain();
            }
        }
        output.drain();
    }

    private void bind(Block block) {
        for (int i = 0; i < writers.length; i++) {
            writers[i].bind(block.column(i));
        }
    }

    private void list(int row, ByteSink out) {
        out.putByte('[');
        for (int i = 0; i < writers.length; i++) {
            if (i > 0) {
                out.putText(", ");
            }
            writers[i].write(row, out);
        }
        out.putByte(']');
    }

    private void object(int row, String indent, ByteSink out) {
        out.putText("{\n");
        for (int i = 0; i < writers.length; i++) {
            out.putText(indent);
            out.putByte('\t');
            out.put(keys[i]);
            out.putText(": ");
            writers[i].write(row, out);
            out.putText(i + 1 < writers.length ? ",\n" : "\n");
        }
        out.putText(indent);
        out.putByte('}');
    }

    private void endData() {
        start();
        if (!dataEnded) {
            dataEnded = true;
            if (form == Rows.COLUMNS) {
                columns.lists("\t\t", output.sink());
            }
            output.sink().putText(form == Rows.COLUMNS ? "\n\t}" : "\n\t]");
        }
    }

    @Override
    public void writeTotals(Block totals) {
        endData();
        ByteSink out = output.sink();
        bind(totals);
        if (form == Rows.LISTS) {
            out.putText(",\n\n\t\"totals\": ");
            list(0, out);
        } else {
            out.putText(",\n\n\t\"totals\":\n\t");
            object(0, "\t", out);
        }
    }

    @Override
    public void writeExtremes(Block extremes) {
        endData();
        ByteSink out = output.sink();
        bind(extremes);
        out.putText(",\n\n\t\"extremes\":\n\t{\n");
        for (int row = 0; row < extremes.rows(); row++) {
            out.putText(row == 0 ? "\t\t\"min\":" : ",\n\t\t\"max\":");
            if (form == Rows.LISTS) {
                out.putByte(' ');
                list(row, out);
            } else {
                out.putText("\n\t\t");
                object(row, "\t\t", out);
            }
        }
        out.putText("\n\t}");
    }

    @Override
    public boolean fail(String message) {
        endData();
        ByteSink out = output.sink();
        out.putText(",\n\n\t\"rows\": " + rows + ",\n\n\t\"exception\": ");
        out.put(JsonCells.quoted(message, text));
        out.putText("\n}\n");
        return true;
    }

    @Override
    public void finish(ResultStatistics statistics) {
        endData();
        ByteSink out = output.sink();
        out.putText(",\n\n\t\"rows\": " + rows);
        statistics.rowsBeforeLimit().ifPresent(count -> out.putText(",\n\n\t\"rows_before_limit_at_least\": " + count));
        if (statisticsWanted) {
            out.putText(",\n\n\t\"statistics\":\n\t{\n\t\t\"elapsed\": ");
            new FloatText().write(statistics.elapsedSeconds(), out);
            out.putText(",\n\t\t\"rows_read\": " + statistics.rowsRead());
            out.putText(",\n\t\t\"bytes_read\": " + statistics.bytesRead() + "\n\t}");
        }
        out.putText("\n}\n");
        output.drain();
    }
}
