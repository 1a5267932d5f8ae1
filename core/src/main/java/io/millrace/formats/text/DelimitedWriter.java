package io.millrace.formats.text;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.serde.StringEscapes;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.ReadSettings;
import io.millrace.formats.ResultStatistics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes rows of delimited fields: TabSeparated and CSV. */
final class DelimitedWriter implements BlockWriter {
    private static final int DRAIN_ROWS = 1024;

    private final FormatOutput output;
    private final Header header;
    private final TextStyle style;
    private final Delimited.Head head;
    private final byte delimiter;
    private final byte[] lineEnd;
    private final TextWriter[] writers;
    private final boolean tupleNames;
    private boolean started;

    DelimitedWriter(FormatOutput output, Header header, FormatContext context, TextStyle style, Delimited.Head head) {
        this.output = output;
        this.header = header;
        this.style = style;
        this.head = head;
        boolean csv = style == TextStyle.CSV;
        delimiter = csv ? context.text().csvDelimiter() : (byte) '\t';
        boolean crlf = context.settings().get(csv ? FormatSettings.CSV_CRLF : FormatSettings.TSV_CRLF);
        lineEnd = (crlf ? "\r\n" : "\n").getBytes(StandardCharsets.US_ASCII);
        tupleNames = context.text().csvTuplesAsCells() && context.settings().get(ReadSettings.CSV_TUPLE_NAMES);
        writers = header.types().stream()
                .map(type -> TextWriter.of(type, style, context.text()))
                .toArray(TextWriter[]::new);
    }

    @Override
    public void write(Block block) {
        start();
        rows(block);
    }

    private void rows(Block block) {
        TextWriter[] columns = writers;
        for (int i = 0; i < columns.length; i++) {
            columns[i].bind(block.column(i));
        }
        for (int from = 0; from < block.rows(); from += DRAIN_ROWS) {
            int to = Math.min(block.rows(), from + DRAIN_ROWS);
            ByteSink out = output.sink();
            for (int row = from; row < to; row++) {
                for (int i = 0; i < columns.length; i++) {
                    if (i > 0) {
                        out.putByte(delimiter);
                    }
                    columns[i].write(row, out);
                }
                out.put(lineEnd);
            }
            output.drain();
        }
    }

    private void start() {
        if (started) {
            return;
        }
        started = true;
        if (head == Delimited.Head.NONE) {
            return;
        }
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (Header.Field field : header.fields()) {
            if (style == TextStyle.CSV && tupleNames) {
                CsvCells.flatten(field.name(), field.type(), names, types);
            } else {
                names.add(field.name());
                types.add(field.type().name());
            }
        }
        line(names);
        if (head == Delimited.Head.NAMES_AND_TYPES) {
            line(types);
        }
    }

    private void line(List<String> cells) {
        ByteSink out = output.sink();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.putByte(delimiter);
            }
            byte[] cell = cells.get(i).getBytes(StandardCharsets.UTF_8);
            switch (style) {
                case CSV -> StringEscapes.csv(cell, 0, cell.length, out);
                case RAW -> out.put(cell);
                case ESCAPED, QUOTED, JSON, XML -> StringEscapes.escaped(cell, 0, cell.length, out);
            }
        }
        out.put(lineEnd);
    }

    @Override
    public void writeTotals(Block totals) {
        start();
        output.sink().put(lineEnd);
        rows(totals);
    }

    @Override
    public void writeExtremes(Block extremes) {
        writeTotals(extremes);
    }

    @Override
    public void finish(ResultStatistics statistics) {
        start();
        output.drain();
    }
}
