package io.millrace.formats.template;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.text.FloatText;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import java.util.List;
import java.util.Optional;

/** Writes Template: {@code ${data}} first, then totals, extremes and counts, wherever the pattern of the result has them. */
final class TemplateWriter extends PatternWriter {
    private final TemplateText result;
    private byte[] totals = {};
    private byte[] min = {};
    private byte[] max = {};

    private TemplateWriter(
            FormatOutput output, Header header, FormatContext context, RowPattern pattern, TemplateText result) {
        super(
                output,
                header,
                context,
                pattern,
                RowPattern.utf8(context.settings().get(TemplateSettings.BETWEEN)));
        this.result = result;
    }

    static TemplateWriter of(FormatOutput output, Header header, FormatContext context) {
        TemplateText row = TemplateText.parse(RowPattern.text(context, true));
        RowPattern pattern = RowPattern.ofTemplate(row, header, false);
        return new TemplateWriter(output, header, context, pattern, result(context));
    }

    /** The pattern of the result, checked. */
    private static TemplateText result(FormatContext context) {
        String given = RowPattern.text(context, false);
        TemplateText result = TemplateText.parse(given.isEmpty() ? "${data}" : given);
        List<TemplateText.Placeholder> parts = result.placeholders();
        if (parts.isEmpty() || !parts.getFirst().name().equals("data")) {
            throw TemplateText.invalid("${data} must be the first output part", 0);
        }
        for (int i = 0; i < parts.size(); i++) {
            Optional<String> rule = parts.get(i).rule();
            switch (parts.get(i).name()) {
                case "data", "totals", "min", "max" -> {
                    if (rule.isPresent()) {
                        throw TemplateText.invalid(
                                "Serialization type for data, totals, min and max must be empty or None", i);
                    }
                }
                case "rows", "rows_before_limit", "time", "rows_read", "bytes_read" -> {
                    if (rule.isEmpty()) {
                        throw TemplateText.invalid(
                                "Serialization type for output part rows, rows, time, rows_read or bytes_read is not"
                                        + " specified",
                                i);
                    }
                    RowPattern.rule(rule.get());
                }
                default ->
                    throw new DbException(
                            ErrorCode.SYNTAX_ERROR,
                            "Unknown output part " + parts.get(i).name());
            }
        }
        return result;
    }

    @Override
    void head(ByteSink out) {
        out.put(result.delimiters().getFirst());
    }

    private byte[] single(Block block, int row) {
        bind(block);
        ByteSink line = new ByteSink();
        row(row, line);
        return line.toByteArray();
    }

    @Override
    public void writeTotals(Block block) {
        totals = single(block, 0);
    }

    @Override
    public void writeExtremes(Block block) {
        min = single(block, 0);
        max = single(block, 1);
    }

    @Override
    public void finish(ResultStatistics statistics) {
        start();
        ByteSink out = output.sink();
        List<TemplateText.Placeholder> parts = result.placeholders();
        for (int i = 0; i < parts.size(); i++) {
            part(parts.get(i).name(), i, statistics, out);
            out.put(result.delimiters().get(i + 1));
        }
        output.drain();
    }

    private void part(String name, int index, ResultStatistics statistics, ByteSink out) {
        switch (name) {
            case "totals" -> out.put(totals);
            case "min" -> out.put(min);
            case "max" -> out.put(max);
            case "rows" -> out.putText(Long.toString(rows));
            case "rows_before_limit" ->
                out.putText(Long.toString(statistics
                        .rowsBeforeLimit()
                        .orElseThrow(
                                () -> TemplateText.invalid("Cannot print rows_before_limit for this request", index))));
            case "time" -> new FloatText().write(statistics.elapsedSeconds(), out);
            case "rows_read" -> out.putText(Long.toString(statistics.rowsRead()));
            case "bytes_read" -> out.putText(Long.toString(statistics.bytesRead()));
            default -> {
                // the data, which is written already
            }
        }
    }
}
