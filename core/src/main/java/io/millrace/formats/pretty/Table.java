package io.millrace.formats.pretty;

import io.millrace.base.io.ByteSink;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.serde.IndentedJson;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.formats.FormatContext;
import io.millrace.formats.FormatSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The cells of a table as texts, with their widths. Made once per printed table. */
final class Table {
    private static final int SHORTEST_CUT_NAME = 24;

    /** Row number (from 1), and the lines of each cell. */
    record Row(long number, List<List<String>> cells) {
        int height() {
            return cells.stream().mapToInt(List::size).max().orElse(1);
        }
    }

    final List<String> names = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    final int[] widths;
    final boolean[] right;
    /** Column of the screen where the values begin. */
    final int[] starts;

    Table(Header header) {
        widths = new int[header.width()];
        right = new boolean[header.width()];
        starts = new int[header.width()];
        for (int i = 0; i < widths.length; i++) {
            right[i] = isRightAligned(header.type(i));
        }
    }

    private static boolean isRightAligned(DataType type) {
        DataType bare = Types.bare(type);
        return Types.isNumber(bare) && !(bare instanceof DataType.BoolType)
                || Types.isDateOrTime(bare)
                || bare instanceof DataType.IntervalType;
    }

    /** Takes the rows {@code from} to {@code to} of a block; {@code number} is the number of the first. */
    void add(Block block, int from, int to, long number, FormatContext context, int maxValueWidth) {
        int width = block.header().width();
        TextWriter[] writers = new TextWriter[width];
        for (int i = 0; i < width; i++) {
            writers[i] = writer(block.header().type(i), context);
            writers[i].bind(block.column(i));
        }
        ByteSink text = new ByteSink();
        for (int row = from; row < to; row++) {
            List<List<String>> cells = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
                text.clear();
                writers[i].write(row, text);
                String value = new String(text.array(), 0, text.size(), StandardCharsets.UTF_8);
                cells.add(lines(value, maxValueWidth));
            }
            rows.add(new Row(number + row - from, cells));
        }
    }

    /** Tuples with names are shown as JSON. */
    static TextWriter writer(DataType type, FormatContext context) {
        boolean named = type instanceof DataType.TupleType t && !t.names().isEmpty();
        return named && context.settings().get(FormatSettings.PRETTY_NAMED_TUPLES)
                ? IndentedJson.of(type, 0, "  ", context.prettyText())
                : TextWriter.of(type, TextStyle.RAW, context.prettyText());
    }

    private static List<String> lines(String value, int maxValueWidth) {
        String shown =
                DisplayWidth.of(value) > maxValueWidth ? DisplayWidth.cut(value, maxValueWidth) + "\u22EF" : value;
        return shown.indexOf('\n') < 0 ? List.of(shown) : List.of(shown.split("\n", -1));
    }

    /** Decides on widths and shortens long names; to be called when all rows are in. */
    void layOut(Header header, int maxPad, int margin) {
        int start = margin;
        for (int i = 0; i < widths.length; i++) {
            starts[i] = start;
            int values = 0;
            for (Row row : rows) {
                for (String line : row.cells().get(i)) {
                    values = Math.max(values, DisplayWidth.of(line, start));
                }
            }
            String name = shortened(header.name(i), values);
            names.add(name);
            widths[i] = Math.min(maxPad, Math.max(values, DisplayWidth.of(name)));
            start += widths[i] + 3;
        }
    }

    /** Long names that are no identifiers lose their middle. */
    static String shortened(String name, int valueWidth) {
        int allowed = Math.max(SHORTEST_CUT_NAME, valueWidth);
        int[] points = name.codePoints().toArray();
        if (isIdentifier(name) || points.length < allowed + 4) {
            return name;
        }
        int head = allowed / 2;
        int tail = allowed - head - 1;
        return new String(points, 0, head) + "\u22EF" + new String(points, points.length - tail, tail);
    }

    private static boolean isIdentifier(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    boolean hasLineBreaks() {
        return rows.stream().anyMatch(row -> row.height() > 1);
    }
}
