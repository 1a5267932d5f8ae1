package io.millrace.formats.text;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.type.DataType;
import io.millrace.formats.BlockWriter;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatOutput;
import io.millrace.formats.ResultStatistics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Collects rows of one name behind each other and writes them as a family. */
final class PrometheusWriter implements BlockWriter {
    private record Sample(Map<String, String> labels, String value, String timestamp) {}

    private final FormatOutput output;
    private final Header header;
    private final FormatContext context;
    private String family = "";
    private String help = "";
    private String type = "";
    private final List<Sample> samples = new ArrayList<>();

    PrometheusWriter(FormatOutput output, Header header, FormatContext context) {
        this.output = output;
        this.header = header;
        this.context = context;
    }

    @Override
    public void write(Block block) {
        for (int row = 0; row < block.rows(); row++) {
            String name = text(block, "name", row);
            if (!name.equals(family)) {
                endFamily();
                family = name;
            }
            help = help.isEmpty() ? text(block, "help", row) : help;
            type = type.isEmpty() ? text(block, "type", row) : type;
            String timestamp = text(block, "timestamp", row);
            samples.add(
                    new Sample(labels(block, row), text(block, "value", row), timestamp.equals("0") ? "" : timestamp));
        }
    }

    /** A column's text in a row; empty if there is no such column, or NULL in it. */
    private String text(Block block, String name, int row) {
        OptionalInt index = header.find(name);
        return index.isEmpty() ? "" : text(header.type(index.getAsInt()), block.column(index.getAsInt()), row);
    }

    private String text(DataType ofType, Column column, int row) {
        Column plain = column.plain();
        if (plain.isNull(row)) {
            return "";
        }
        TextWriter writer = TextWriter.of(ofType, TextStyle.RAW, context.text());
        writer.bind(plain);
        ByteSink text = new ByteSink();
        writer.write(row, text);
        return new String(text.array(), 0, text.size(), StandardCharsets.UTF_8);
    }

    private Map<String, String> labels(Block block, int row) {
        Map<String, String> labels = new LinkedHashMap<>();
        OptionalInt index = header.find("labels");
        if (index.isPresent()
                && header.type(index.getAsInt()) instanceof DataType.MapType map
                && block.column(index.getAsInt()).plain() instanceof ArrayColumn pairs
                && pairs.elements() instanceof TupleColumn parts) {
            for (int i = pairs.offsets()[row]; i < pairs.offsets()[row + 1]; i++) {
                labels.put(
                        text(map.key(), parts.elements().get(0), i),
                        text(map.value(), parts.elements().get(1), i));
            }
        }
        return labels;
    }

    private void endFamily() {
        if (samples.isEmpty()) {
            return;
        }
        ByteSink out = output.sink();
        if (!help.isEmpty()) {
            out.putText("# HELP " + family + " " + help.replace("\\", "\\\\").replace("\n", "\\n") + "\n");
        }
        if (!type.isEmpty()) {
            out.putText("# TYPE " + family + " " + type + "\n");
        }
        boolean histogram = type.equals("histogram");
        boolean parts = histogram || type.equals("summary");
        Optional<String> count = Optional.empty();
        boolean endless = false;
        for (Sample sample : samples) {
            String name = family;
            Map<String, String> labels = new LinkedHashMap<>(sample.labels());
            if (parts && labels.containsKey("sum")) {
                labels.remove("sum");
                name += "_sum";
            } else if (parts && labels.containsKey("count")) {
                labels.remove("count");
                name += "_count";
                count = Optional.of(sample.value());
            } else if (histogram && labels.containsKey("le")) {
                name += "_bucket";
                endless |= labels.getOrDefault("le", "").equals("+Inf");
            }
            line(name, labels, sample, out);
        }
        if (histogram && !endless && count.isPresent()) {
            out.putText(family + "_bucket{le=\"+Inf\"} " + count.get() + "\n");
        }
        out.putByte('\n');
        output.drain();
        samples.clear();
        help = "";
        type = "";
    }

    private static void line(String name, Map<String, String> labels, Sample sample, ByteSink out) {
        StringBuilder line = new StringBuilder(name);
        char before = '{';
        for (Map.Entry<String, String> label : labels.entrySet()) {
            line.append(before).append(label.getKey()).append("=\"");
            line.append(
                    label.getValue().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
            line.append('"');
            before = ',';
        }
        line.append(before == ',' ? "} " : " ").append(sample.value());
        line.append(sample.timestamp().isEmpty() ? "" : " " + sample.timestamp())
                .append('\n');
        out.putText(line.toString());
    }

    @Override
    public void finish(ResultStatistics statistics) {
        endFamily();
        output.drain();
    }
}
