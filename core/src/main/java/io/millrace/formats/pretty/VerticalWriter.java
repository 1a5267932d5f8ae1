package io.millrace.formats.pretty;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.FormatSettings;
import io.millrace.formats.ResultStatistics;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes each value on a line of its own, behind the name of its column. */
final class VerticalWriter implements BlockWriter {
    private final FormatOutput output;
    private final TextWriter[] writers;
    private final byte[][] labels;
    private final boolean[] hinted;
    private final long hintThreshold;
    private final long maxRows;
    private long rows;

    VerticalWriter(FormatOutput output, Header header, FormatContext context) {
        this.output = output;
        hintThreshold = context.settings().get(FormatSettings.PRETTY_NUMBER_TIP);
        maxRows = context.settings().get(FormatSettings.PRETTY_MAX_ROWS);
        writers = header.types().stream()
                .map(type -> TextWriter.of(type, TextStyle.RAW, context.prettyText()))
                .toArray(TextWriter[]::new);
        List<String> names =
                header.names().stream().map(name -> Table.shortened(name, 0)).toList();
        int longest = names.stream().mapToInt(DisplayWidth::of).max().orElse(0);
        labels = new byte[header.width()][];
        hinted = new boolean[header.width()];
        for (int i = 0; i < labels.length; i++) {
            String name = names.get(i);
            labels[i] = (name + ": " + " ".repeat(longest - DisplayWidth.of(name))).getBytes(StandardCharsets.UTF_8);
            hinted[i] = PrettyWriter.isHinted(header.type(i));
        }
    }

    @Override
    public void write(Block block) {
        bind(block);
        for (int row = 0; row < block.rows(); row++) {
            ByteSink out = output.sink();
            if (rows >= maxRows) {
                rows += block.rows() - row;
                return;
            }
            if (rows++ > 0) {
                out.putByte('\n');
            }
            String title = "Row " + rows + ":";
            out.putText(
                    title + "\n" + "\u2500".repeat(5 + Long.toString(rows + 1).length()) + "\n");
            values(row, out);
            output.drain();
        }
    }

    private void bind(Block block) {
        for (int i = 0; i < writers.length; i++) {
            writers[i].bind(block.column(i));
        }
    }

    private void values(int row, ByteSink out) {
        for (int i = 0; i < writers.length; i++) {
            out.put(labels[i]);
            int from = out.size();
            writers[i].write(row, out);
            if (hinted[i]) {
                String number = new String(out.array(), from, out.size() - from, StandardCharsets.UTF_8);
                ReadableNumber.of(number, hintThreshold).ifPresent(hint -> out.putText(" -- " + hint));
            }
            out.putByte('\n');
        }
    }

    private void section(String title, int row) {
        ByteSink out = output.sink();
        out.putText("\n" + title + "\n" + "\u2500".repeat(title.length()) + "\n");
        values(row, out);
        output.drain();
    }

    @Override
    public void writeTotals(Block totals) {
        output.sink().putByte('\n');
        bind(totals);
        section("Totals:", 0);
    }

    @Override
    public void writeExtremes(Block extremes) {
        bind(extremes);
        for (int row = 0; row < extremes.rows(); row++) {
            section(row == 0 ? "Min:" : "Max:", row);
        }
    }

    @Override
    public void finish(ResultStatistics statistics) {
        if (rows > maxRows) {
            output.sink().putText("\nShowed first " + maxRows + ".\n");
        }
        output.drain();
    }
}
